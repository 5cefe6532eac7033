import numpy as np


def rope(x, base=10_000.0):
    n, d = x.shape
    angles = np.arange(n)[:, None] * np.ones(d // 2)
    even, odd = x[:, 0::2], x[:, 1::2]
    rotated = np.empty_like(x)
    rotated[:, 0::2] = even * np.cos(angles) - odd * np.sin(angles)
    rotated[:, 1::2] = even * np.sin(angles) + odd * np.cos(angles)
    return rotated
