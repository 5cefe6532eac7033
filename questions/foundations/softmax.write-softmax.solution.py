import numpy as np


def softmax(logits):
    """Turn every row of logits (rows, classes) into probabilities (rows, classes)."""
    shifted = logits - logits.max(axis=-1, keepdims=True)  # the largest exponent is 0
    exponentials = np.exp(shifted)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
