import numpy as np


def sinusoids(length, d):
    """Sinusoidal encoding (length, d) of positions 0 to length - 1; d is even."""
    raise NotImplementedError  # TODO
