import numpy as np


def window_mask(length, window):
    """Booleans (length, length): True where the query of the row may look at the key of the column."""
    distance = np.arange(length)[:, None] - np.arange(length)  # query minus key
    return (distance >= 0) & (distance < window)
