import numpy as np


def top_k(logits, k):
    kept = np.zeros_like(logits)
    best = np.argsort(-logits)[:k]
    kept[best] = logits[best]
    return kept
