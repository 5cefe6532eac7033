import numpy as np


def cross_entropy(logits, targets):
    exponentials = np.exp(logits - logits.max(axis=-1, keepdims=True))
    probabilities = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return -np.log(probabilities[np.arange(len(targets)), targets]).mean()
