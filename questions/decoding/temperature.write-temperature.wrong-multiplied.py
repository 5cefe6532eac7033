import numpy as np


def with_temperature(logits, temperature):
    scaled = logits * temperature
    exponentials = np.exp(scaled - scaled.max())
    return exponentials / exponentials.sum()
