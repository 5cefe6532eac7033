import numpy as np


def top_p(probabilities, p):
    kept = np.where(probabilities >= 1.0 - p, probabilities, 0.0)
    return kept / max(kept.sum(), 1e-12)
