"""A causal mask, and a test that no output depends on a later token."""

import numpy as np


def self_attention(x, causal):
    n, d = x.shape
    scores = x @ x.T / np.sqrt(d)  # (n, n), with W_Q = W_K = W_V = identity to keep it short
    if causal:
        allowed = np.tril(np.ones((n, n), dtype=bool))  # position i may see j <= i
        scores = np.where(allowed, scores, -np.inf)
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = exps / exps.sum(axis=1, keepdims=True)
    return weights, weights @ x  # (n, n), (n, d)


x = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [2.0, 0.0]])  # 4 tokens, d = 2
weights, _ = self_attention(x, causal=True)
print("causal weights:")
for row in weights:
    print("  ", "  ".join(f"{w:.3f}" for w in row))
print("each row sums to 1:", bool(np.allclose(weights.sum(axis=1), 1)))
print("allowed pairs:", int((weights > 0).sum()), "of", weights.size)

other = x.copy()
other[2] = [0.0, 5.0]  # another third token
for causal in (False, True):
    before, after = self_attention(x, causal)[1], self_attention(other, causal)[1]
    same = np.isclose(before, after).all(axis=1).tolist()
    print(f"third token changed, causal={causal}: output unchanged? {same}")
