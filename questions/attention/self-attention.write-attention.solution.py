import numpy as np


def attention(queries, keys, values):
    """Scaled dot-product attention: (n, d), (m, d), (m, e) -> (n, e)."""
    scores = queries @ keys.T / np.sqrt(queries.shape[-1])  # (n, m)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True) @ values
