"""RoPE: rotating queries and keys makes their score depend on the distance alone."""

import numpy as np


def angles(position, d, base=10_000.0):  # one angle per pair of dimensions, (d/2,)
    return position / base ** (2 * np.arange(d // 2) / d)


def rope(x, position):  # x: (d,), pairs (0, 1), (2, 3), ...
    a, even, odd = angles(position, len(x)), x[0::2], x[1::2]
    out = np.empty_like(x)
    out[0::2] = even * np.cos(a) - odd * np.sin(a)
    out[1::2] = even * np.sin(a) + odd * np.cos(a)
    return out


q = np.array([1.0, 2.0, -1.0, 0.5, 0.3, 1.0, -2.0, 1.0])  # one head, d = 8
k = np.array([0.5, -1.0, 2.0, 1.0, 1.0, 0.2, 1.0, -0.5])


def score(m, n):  # query at position m, key at position n
    return float(rope(q, m) @ rope(k, n))


for m, n in ((7, 3), (107, 103), (7, 2), (3, 7)):
    print(f"query at {m:3}, key at {n:3}, offset {m - n:2}: score {score(m, n):.4f}")
print("lengths are kept:", bool(np.isclose(np.linalg.norm(rope(q, 50)), np.linalg.norm(q))))
by_distance = [score(distance, 0) for distance in range(20)]
falls = np.diff(by_distance) < 0
print("score falls with every step of distance:", bool(falls.all()))

d = 128  # head width of LLaMA
for base in (10_000, 500_000):
    wavelength = 2 * np.pi * base ** (2 * np.arange(d // 2) / d)  # tokens per full turn, (d/2,)
    slow = int((wavelength > 8192).sum())
    print(f"base {base:,}: longest wavelength {wavelength[-1]:,.0f}, above 8,192: {slow} pairs")
