import numpy as np


def sinusoids(length, d):
    """Sinusoidal encoding (length, d) of positions 0 to length - 1; d is even."""
    frequencies = 10_000.0 ** (-np.arange(0, d, 2) / d)  # (d/2,)
    angles = np.arange(length)[:, None] * frequencies  # (length, d/2)
    encoding = np.empty((length, d))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles)
    return encoding
