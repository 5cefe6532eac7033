import numpy as np


def rms_norm(x, gain, epsilon=1e-6):
    return gain * x / np.sqrt((x * x).sum(axis=-1, keepdims=True) + epsilon)
