import numpy as np


def top_p(probabilities, p):
    """Keep the fewest likely tokens that hold at least p, renormalized; (vocabulary,) -> (vocabulary,)."""
    order = np.argsort(-probabilities)
    before = np.cumsum(probabilities[order]) - probabilities[order]  # mass of the tokens ahead
    kept = np.zeros_like(probabilities)
    chosen = order[before < p]
    kept[chosen] = probabilities[chosen]
    return kept / kept.sum()
