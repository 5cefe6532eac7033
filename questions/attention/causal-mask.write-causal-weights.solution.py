import numpy as np


def causal_weights(scores):
    """Attention weights (n, n) of scores (n, n) in which no position looks ahead."""
    n = len(scores)
    visible = np.tril(np.ones((n, n), dtype=bool))
    masked = np.where(visible, scores, -np.inf)
    weights = np.exp(masked - masked.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)
