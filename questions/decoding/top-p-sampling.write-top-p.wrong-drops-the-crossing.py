import numpy as np


def top_p(probabilities, p):
    order = np.argsort(-probabilities)
    kept = np.zeros_like(probabilities)
    chosen = order[np.cumsum(probabilities[order]) < p]
    kept[chosen] = probabilities[chosen]
    return kept / max(kept.sum(), 1e-12)
