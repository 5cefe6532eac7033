import numpy as np


def quantize(x):
    """Symmetric absmax quantization of x (n,): int8 codes (n,) and the scale, a number."""
    scale = np.abs(x).max() / 127
    codes = np.round(x / scale).astype(np.int8)
    return codes, scale
