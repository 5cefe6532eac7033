import numpy as np


def quantize(x):
    scale = (x.max() - x.min()) / 255 if x.max() > x.min() else np.abs(x).max() / 127
    return np.clip(np.round(x / scale), -127, 127).astype(np.int8), scale
