import numpy as np


def adamw_step(weight, gradient, m, v, step, rate, decay):
    """One step, step counted from 1. Returns the new weight, m and v, each (d,)."""
    raise NotImplementedError  # TODO
