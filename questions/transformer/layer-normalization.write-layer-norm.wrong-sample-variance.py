import numpy as np


def layer_norm(x, gain, bias, epsilon=1e-5):
    mean = x.mean(axis=-1, keepdims=True)
    variance = x.var(axis=-1, keepdims=True, ddof=1)
    return gain * (x - mean) / np.sqrt(variance + epsilon) + bias
