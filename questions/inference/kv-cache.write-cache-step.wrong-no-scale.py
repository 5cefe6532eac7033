import numpy as np


def step(cached_keys, cached_values, query, key, value):
    keys = np.concatenate([cached_keys, key[None]])
    values = np.concatenate([cached_values, value[None]])
    scores = keys @ query
    weights = np.exp(scores - scores.max())
    return weights / weights.sum() @ values, keys, values
