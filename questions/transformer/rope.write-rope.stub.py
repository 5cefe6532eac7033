import numpy as np


def rope(x, base=10_000.0):
    """Rotate each vector of x (n, d) by its position 0 to n - 1; d is even."""
    raise NotImplementedError  # TODO
