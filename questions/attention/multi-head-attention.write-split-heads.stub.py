import numpy as np


def split_heads(x, heads):
    """Cut vectors x (n, d) into heads: (heads, n, d // heads)."""
    raise NotImplementedError  # TODO
