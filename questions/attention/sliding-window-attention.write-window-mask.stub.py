import numpy as np


def window_mask(length, window):
    """Booleans (length, length): True where the query of the row may look at the key of the column."""
    raise NotImplementedError  # TODO
