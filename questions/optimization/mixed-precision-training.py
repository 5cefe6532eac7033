"""Why mixed precision keeps fp32 master weights, and what loss scaling rescues in fp16."""

import numpy as np

# 1. 1000 updates of 0.0001 on a weight of 1 (learning rate times gradient).
half, master = np.float16(1), np.float32(1)
for _ in range(1000):
    half = half - np.float16(0.0001)
    master = master - np.float32(0.0001)
print("weight kept in fp16   :", float(half))
print("fp32 master weight    :", round(float(master), 4), "-> used as", float(np.float16(master)))

# 2. Gradients as they come out of a backward pass in fp16, with and without loss scaling.
gradients = [1e-3, 1e-6, 2e-8, 1e-9]
for scale in (1, 2**10, 2**16):
    scaled = np.array([g * scale for g in gradients], dtype=np.float16)  # what fp16 can hold
    unscaled = scaled.astype(np.float32) / scale  # back to size, in fp32
    print(f"loss scale {scale:>6}     :", [f"{float(g):.1e}" for g in unscaled])

# 3. Dynamic scaling: halve on overflow and skip the step, double after a run of good steps.
scale, good, skipped, history = 2**16, 0, 0, []
for step in range(1, 13):
    largest = 4.0 if step < 8 else 0.25  # size of the largest true gradient
    if largest * scale > 65504:  # fp16 overflows to infinity
        scale, good, skipped = scale // 2, 0, skipped + 1
    elif (good := good + 1) == 4:
        scale, good = scale * 2, 0
    history.append(scale.bit_length() - 1)
print("scale, as power of 2  :", history)
print("steps skipped         :", skipped)
