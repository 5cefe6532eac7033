import numpy as np


def block(x):  # x: (n, d)
    scores = np.where(np.tri(len(x)) == 1, x @ x.T, -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    x = x + weights / weights.sum(axis=1, keepdims=True) @ x  # attention
    return x + np.maximum(x, 0)  # feed-forward


text = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.5, -1.0]])
other = text.copy()
other[1] = [2.0, 2.0]
differs = np.abs(block(block(text)) - block(block(other))).max(axis=1) > 1e-9
print(np.flatnonzero(differs).tolist())
