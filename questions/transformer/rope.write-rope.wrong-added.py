import numpy as np


def rope(x, base=10_000.0):
    n, d = x.shape
    angles = np.arange(n)[:, None] * base ** (-2.0 * np.arange(d // 2) / d)
    encoded = np.array(x)
    encoded[:, 0::2] += np.sin(angles)
    encoded[:, 1::2] += np.cos(angles)
    return encoded
