import numpy as np


def layer_norm(x, gain, bias, epsilon=1e-5):
    mean = x.mean(axis=0)
    variance = x.var(axis=0)
    return gain * (x - mean) / np.sqrt(variance + epsilon) + bias
