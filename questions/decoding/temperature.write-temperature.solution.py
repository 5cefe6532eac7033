import numpy as np


def with_temperature(logits, temperature):
    """Probabilities (vocabulary,) of logits (vocabulary,) at a temperature above 0."""
    scaled = logits / temperature
    exponentials = np.exp(scaled - scaled.max())
    return exponentials / exponentials.sum()
