"""Cross-attention: decoder positions query encoder states; what depends on what."""

import numpy as np


def softmax(scores):
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def cross_attention(decoder, k, v):
    weights = softmax(decoder @ k.T / np.sqrt(k.shape[-1]))  # (m, n), with W_Q = identity
    return weights, weights @ v  # (m, n), (m, d)


encoder = np.array([[2.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 3.0], [1.0, 0.0]])  # n = 5 source
decoder = np.array([[3.0, 0.0], [0.0, 2.0]])  # m = 2 target positions so far
w_k, w_v = np.eye(2), np.array([[10.0, 0.0], [0.0, 1.0]])
k, v = encoder @ w_k, encoder @ w_v  # (n, d): computed once for the whole translation
weights, out = cross_attention(decoder, k, v)
print("weights", weights.shape, "output", out.shape)
for i in range(len(decoder)):
    print(f"target {i} reads the source with weights {weights[i].round(2).tolist()}")

longer = np.vstack([decoder, [[1.0, 1.0]]])  # one decoding step later: m = 3, same k and v
same = np.isclose(cross_attention(longer, k, v)[1][:2], out).all(axis=1).tolist()
print("a new target position: earlier outputs unchanged?", same)

source = encoder.copy()
source[4] = [0.0, 4.0]  # another last source token
changed = cross_attention(decoder, source @ w_k, source @ w_v)[1]
same = np.isclose(changed, out).all(axis=1).tolist()
print("another last source token: outputs unchanged?", same)
