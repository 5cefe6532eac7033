import numpy as np


def top_k(logits, k):
    order = np.sort(logits)[::-1]
    bound = order[min(k, len(order) - 1)]
    return np.where(logits >= bound, logits, -np.inf)
