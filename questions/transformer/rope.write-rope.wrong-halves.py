import numpy as np


def rope(x, base=10_000.0):
    n, d = x.shape
    frequencies = base ** (-2.0 * np.arange(d // 2) / d)
    angles = np.arange(n)[:, None] * frequencies
    first, second = x[:, : d // 2], x[:, d // 2 :]
    cosine, sine = np.cos(angles), np.sin(angles)
    return np.concatenate([first * cosine - second * sine, first * sine + second * cosine], axis=-1)
