"""Attention is a soft lookup: scores, softmax weights, then a weighted sum of the values."""

import numpy as np


def attention(queries, keys, values):
    """Scaled dot-product attention: (n, d), (m, d), (m, v) -> output (n, v), weights (n, m)."""
    scores = queries @ keys.T / np.sqrt(keys.shape[1])
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    return weights @ values, weights


keys = np.eye(4)[:3]  # (3, 4): three keys at right angles
values = np.array([[10.0], [20.0], [60.0]])  # (3, 1)
for length in (0, 2, 8, 32):
    query = length * keys[2:]  # (1, 4): points at the third key
    output, weights = attention(query, keys, values)
    row = "  ".join(f"{weight:.3f}" for weight in weights[0])
    print(f"query length {length:>2}: weights {row}  output {output[0, 0]:.2f}")

W_q = np.array([[1.0, 0.0], [1.0, 1.0]])  # (2, 2): parameters, fixed after training
W_k = np.array([[0.0, 2.0], [1.0, 0.0]])
print("same W_q and W_k, weights of the first position:")
for x in ([[1.0, 0.0], [0.0, 1.0]], [[1.0, 0.0], [3.0, 0.0]]):  # two inputs, (2, 2) each
    x = np.array(x)
    _, weights = attention(x @ W_q, x @ W_k, x)
    print(f"  input {x.tolist()}: {weights[0, 0]:.3f}  {weights[0, 1]:.3f}")
