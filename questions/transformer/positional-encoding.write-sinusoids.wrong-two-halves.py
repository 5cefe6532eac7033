import numpy as np


def sinusoids(length, d):
    angles = np.arange(length)[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=-1)
