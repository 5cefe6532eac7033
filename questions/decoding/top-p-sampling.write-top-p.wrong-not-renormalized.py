import numpy as np


def top_p(probabilities, p):
    order = np.argsort(-probabilities)
    before = np.cumsum(probabilities[order]) - probabilities[order]
    kept = np.zeros_like(probabilities)
    chosen = order[before < p]
    kept[chosen] = probabilities[chosen]
    return kept
