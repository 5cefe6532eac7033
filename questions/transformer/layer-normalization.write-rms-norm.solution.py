import numpy as np


def rms_norm(x, gain, epsilon=1e-6):
    """Divide every row of x (n, d) by its root mean square and scale by gain (d,)."""
    mean_square = (x * x).mean(axis=-1, keepdims=True)
    return gain * x / np.sqrt(mean_square + epsilon)
