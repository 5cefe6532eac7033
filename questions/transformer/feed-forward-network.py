"""A position-wise FFN: one position at a time, and a sum of value rows weighted by activations."""

import numpy as np

w_1 = np.array([[1.0, 0.0, -1.0, 1.0], [0.0, 1.0, 1.0, -1.0]])  # (d, d_ff) = (2, 4)
w_2 = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 2.0], [5.0, -5.0]])  # (d_ff, d)


def ffn(x):
    hidden = np.maximum(x @ w_1, 0)  # (n, d_ff), ReLU
    return hidden @ w_2  # (n, d)


x = np.array([[3.0, 1.0], [1.0, 2.0], [0.0, 4.0]])  # 3 positions
print("outputs:", ffn(x).tolist())

changed = x.copy()
changed[1] = [9.0, 9.0]  # another token at position 1
differs = (ffn(x) != ffn(changed)).any(axis=1)
print("outputs that change with position 1:", np.flatnonzero(differs).tolist())

order = [2, 0, 1]
print("shuffle first = shuffle last:", bool(np.allclose(ffn(x[order]), ffn(x)[order])))

hidden = np.maximum(x[0] @ w_1, 0)
print("position 0, match with each key:", hidden.tolist())
total = sum(weight * value for weight, value in zip(hidden, w_2, strict=True))
print("sum of matched values:", total.tolist())

one_matrix = w_1 @ w_2  # (d, d)
print("without ReLU one matrix does it:", bool(np.allclose(x @ w_1 @ w_2, x @ one_matrix)))

d, d_ff = 768, 3072  # GPT-2 small
print("parameters of its FFN:", 2 * d * d_ff + d_ff + d, "of its attention:", 4 * d * d + 4 * d)
