import numpy as np


def sinusoids(length, d):
    angles = np.arange(length)[:, None] * 10_000.0 ** (-np.arange(d // 2) / d)
    encoding = np.empty((length, d))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles)
    return encoding
