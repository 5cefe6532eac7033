import numpy as np


def top_k(logits, k):
    """Keep the k largest logits and set the others to minus infinity; (vocabulary,) -> (vocabulary,)."""
    raise NotImplementedError  # TODO
