import numpy as np


def with_temperature(logits, temperature):
    exponentials = np.exp(logits - logits.max())
    probabilities = exponentials / exponentials.sum() / temperature
    return probabilities / probabilities.sum()
