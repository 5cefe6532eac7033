import numpy as np


def top_k(logits, k):
    """Keep the k largest logits and set the others to minus infinity; (vocabulary,) -> (vocabulary,)."""
    kept = np.full_like(logits, -np.inf)
    best = np.argsort(-logits)[:k]
    kept[best] = logits[best]
    return kept
