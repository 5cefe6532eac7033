import numpy as np


def step(cached_keys, cached_values, query, key, value):
    """One decoding step of one head. Returns the output (d,), and keys and values (n + 1, d)."""
    raise NotImplementedError  # TODO
