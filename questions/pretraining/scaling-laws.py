"""A power law with a floor: fit it on small models, extrapolate, and see what the floor does."""

import numpy as np

sizes = np.array([1e7, 3e7, 1e8, 3e8, 1e9])  # parameters of five small models, data unlimited
losses = 1.82 + 482 / sizes**0.348  # (5,) nats per token, a made-up world without noise
BIG = 1e11


def line(floor):
    """Slope, offset and misfit of log(loss - floor) against log(size)."""
    y = np.log(losses - floor)
    slope, offset = np.polyfit(np.log(sizes), y, 1)
    misfit = np.abs(y - slope * np.log(sizes) - offset).max()
    return float(slope), float(offset), float(misfit)


def predict(floor, size):
    slope, offset, _ = line(floor)
    return floor + float(np.exp(offset)) * size**slope


print("losses:", [round(float(loss), 3) for loss in losses])
floors = [round(0.02 * n, 2) for n in range(108)]  # 0 to 2.14
best = min(floors, key=lambda floor: line(floor)[2])
for name, floor in (("no floor", 0.0), ("best floor", best)):
    slope, _, misfit = line(floor)
    print(f"{name} {floor}: exponent {-slope:.3f}, misfit {misfit:.3f}, ", end="")
    print(f"at 1e11 predicts {predict(floor, BIG):.3f}")
print(f"truth at 1e11: {1.82 + 482 / BIG**0.348:.3f}")
for factor in (2, 10, 100):
    print(f"size x {factor}: reducible part x {factor**-0.348:.2f}")
