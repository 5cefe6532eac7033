import numpy as np


def causal_weights(scores):
    masked = np.tril(scores)
    weights = np.exp(masked - masked.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)
