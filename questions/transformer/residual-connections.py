"""Residual connections: a sum of contributions, and a gradient that survives depth."""

import numpy as np

d, depth = 3, 50
embedding = np.array([1.0, -2.0, 0.5])  # (d,)
blocks = [0.01 * np.diag([1.0, 2.0, -1.0])] * depth  # each block is a small linear map, (d, d)

stream, contributions = embedding, []
for block in blocks:
    out = block @ stream  # what the block writes, (d,)
    contributions.append(out)
    stream = stream + out
total = embedding + np.sum(contributions, axis=0)
print("final stream = embedding + all contributions:", bool(np.allclose(stream, total)))

plain = embedding
for block in blocks:
    plain = block @ plain
print("signal left without residuals:", f"{np.abs(plain).max():.0e}")
print("signal left with residuals:   ", [round(float(v), 3) for v in stream])

zero = [np.zeros((d, d))] * depth
untouched = embedding
for block in zero:
    untouched = untouched + block @ untouched
print("blocks that output 0 change nothing:", bool((untouched == embedding).all()))

for slope in (0.01, 0.1):  # derivative of each block, in one dimension
    print(f"slope {slope}: gradient plain {slope**depth:.0e}, residual {(1 + slope) ** depth:.3f}")
