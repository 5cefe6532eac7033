import numpy as np


def window_mask(length, window):
    distance = np.arange(length) - np.arange(length)[:, None]
    return (distance >= 0) & (distance < window)
