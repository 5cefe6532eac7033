"""Self-attention step by step, and what dividing by sqrt(d_k) does to the scores."""

import numpy as np


def softmax(scores):
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def self_attention(x, w_q, w_k, w_v):
    q, k, v = x @ w_q, x @ w_k, x @ w_v  # each (n, d_k)
    weights = softmax(q @ k.T / np.sqrt(k.shape[-1]))  # (n, n)
    return weights, weights @ v  # (n, n), (n, d_k)


x = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])  # 3 tokens, d = 2
w_q = np.array([[0.0, 2.0], [1.0, 0.0]])
w_k = np.array([[1.0, 0.0], [0.0, 1.0]])
w_v = np.array([[10.0, 0.0], [0.0, 20.0]])
weights, out = self_attention(x, w_q, w_k, w_v)
for i in range(len(x)):
    print(f"token {i}: weights {weights[i].round(3).tolist()} -> output {out[i].round(2).tolist()}")
print("each row sums to 1:", bool(np.allclose(weights.sum(axis=1), 1)))
print("each token also attends to itself:", bool((weights.diagonal() > 0).all()))
print("weights are symmetric:", bool(np.allclose(weights, weights.T)))

for d_k in (4, 16):  # k runs through all vectors of +1 and -1, q is one of them
    k = 2.0 * ((np.arange(2**d_k)[:, None] >> np.arange(d_k)) & 1) - 1  # (2**d_k, d_k)
    dots = k @ k[0]  # (2**d_k,)
    scaled = dots / np.sqrt(d_k)
    print(f"d_k = {d_k}: variance of q.k {dots.var():.1f}, after scaling {scaled.var():.1f}")
