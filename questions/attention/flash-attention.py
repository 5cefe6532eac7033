"""Attention in tiles with an online softmax: the same result, without an n x n matrix."""

import numpy as np


def standard(q, k, v):
    scores = q @ k.T / np.sqrt(q.shape[1])  # (n, n), all at once
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True) @ v, scores.size


def tiled(q, k, v, block):
    output = np.zeros_like(v)
    for rows in range(0, len(q), block):
        query = q[rows : rows + block]  # (block, d) stays on chip
        top = np.full((len(query), 1), -np.inf)  # running maximum of each row
        total, out = np.zeros((len(query), 1)), np.zeros((len(query), v.shape[1]))
        for cols in range(0, len(k), block):
            scores = query @ k[cols : cols + block].T / np.sqrt(q.shape[1])  # (block, block)
            new_top = np.maximum(top, scores.max(axis=1, keepdims=True))
            shrink, exps = np.exp(top - new_top), np.exp(scores - new_top)
            total = shrink * total + exps.sum(axis=1, keepdims=True)
            out = shrink * out + exps @ v[cols : cols + block]
            top = new_top
        output[rows : rows + block] = out / total
    return output, scores.size


n, d = 256, 16
q, k, v = np.random.default_rng(0).normal(size=(3, n, d))
exact, held = standard(q, k, v)
print("scores held at once, standard:", held)
for block in (64, 16):
    result, held = tiled(q, k, v, block)
    same = bool(np.allclose(result, exact))
    print(f"scores held at once, tiles of {block}: {held}, same output: {same}")
