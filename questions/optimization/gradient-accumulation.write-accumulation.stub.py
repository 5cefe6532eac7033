import numpy as np


def accumulate(gradients, sizes):
    """Gradient (d,) of the mean loss of a batch, from means (d,) of micro-batches of these sizes."""
    raise NotImplementedError  # TODO
