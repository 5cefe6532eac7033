import numpy as np


def window_mask(length, window):
    distance = np.arange(length)[:, None] - np.arange(length)
    return (distance >= 0) & (distance <= window)
