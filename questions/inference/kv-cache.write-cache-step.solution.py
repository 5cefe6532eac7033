import numpy as np


def step(cached_keys, cached_values, query, key, value):
    """One decoding step of one head. Returns the output (d,), and keys and values (n + 1, d)."""
    keys = np.concatenate([cached_keys, key[None]])  # (n + 1, d)
    values = np.concatenate([cached_values, value[None]])
    scores = keys @ query / np.sqrt(len(query))  # (n + 1,)
    weights = np.exp(scores - scores.max())
    return weights / weights.sum() @ values, keys, values
