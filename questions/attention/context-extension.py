"""RoPE trained to position 4095 meets position 32767: plain, interpolated, with a larger base."""

TRAINED, TARGET, DIM, BASE = 4096, 32768, 128, 10_000.0
s = TARGET / TRAINED


def angle(position, pair, scale=1.0, base=BASE):
    return position / scale / base ** (2 * pair / DIM)  # radians, pair = 0 .. DIM/2 - 1


methods = {
    "plain": {},
    "interpolation": {"scale": s},
    "NTK-aware": {"base": BASE * s ** (DIM / (DIM - 2))},
}
print(f"s = {s:g}, NTK-aware base {methods['NTK-aware']['base']:.0f}")
fast, slow = 0, DIM // 2 - 1
known = angle(TRAINED - 1, slow)
print(f"largest angle of the slowest pair in training: {known:.3f}")
print("method         step of fastest pair  slowest pair at the end  known?")
for name, change in methods.items():
    step, end = angle(1, fast, **change), angle(TARGET - 1, slow, **change)
    print(f"{name:15}{step:20.3f}{end:25.3f}  {end <= known * 1.001}")
