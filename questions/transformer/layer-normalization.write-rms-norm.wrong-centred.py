import numpy as np


def rms_norm(x, gain, epsilon=1e-6):
    centred = x - x.mean(axis=-1, keepdims=True)
    return gain * centred / np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + epsilon)
