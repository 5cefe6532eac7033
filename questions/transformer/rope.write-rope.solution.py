import numpy as np


def rope(x, base=10_000.0):
    """Rotate each vector of x (n, d) by its position 0 to n - 1; d is even."""
    n, d = x.shape
    frequencies = base ** (-2.0 * np.arange(d // 2) / d)  # (d/2,)
    angles = np.arange(n)[:, None] * frequencies  # (n, d/2)
    even, odd = x[:, 0::2], x[:, 1::2]
    rotated = np.empty_like(x)
    rotated[:, 0::2] = even * np.cos(angles) - odd * np.sin(angles)
    rotated[:, 1::2] = even * np.sin(angles) + odd * np.cos(angles)
    return rotated
