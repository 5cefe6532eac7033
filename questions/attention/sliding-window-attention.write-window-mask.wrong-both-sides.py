import numpy as np


def window_mask(length, window):
    distance = np.arange(length)[:, None] - np.arange(length)
    return np.abs(distance) < window
