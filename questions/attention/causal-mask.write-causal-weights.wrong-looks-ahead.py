import numpy as np


def causal_weights(scores):
    visible = np.triu(np.ones(scores.shape, dtype=bool))
    masked = np.where(visible, scores, -np.inf)
    weights = np.exp(masked - masked.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)
