import numpy as np


def layer_norm(x, gain, bias, epsilon=1e-5):
    """Normalize every row of x (n, d), then scale and shift by gain and bias (d,)."""
    mean = x.mean(axis=-1, keepdims=True)
    variance = x.var(axis=-1, keepdims=True)
    return gain * (x - mean) / np.sqrt(variance + epsilon) + bias
