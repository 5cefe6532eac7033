import numpy as np


def step(cached_keys, cached_values, query, key, value):
    scores = cached_keys @ query / np.sqrt(len(query))
    weights = np.exp(scores - scores.max(initial=-np.inf))
    output = weights / weights.sum() @ cached_values
    return output, np.concatenate([cached_keys, key[None]]), np.concatenate([cached_values, value[None]])
