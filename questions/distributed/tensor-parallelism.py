"""Megatron-style tensor parallelism of an MLP on 2 simulated devices: columns first, then rows."""

import numpy as np

X = np.arange(12.0).reshape(3, 4) / 10 - 0.5  # (3 tokens, width 4), on both devices
W1 = np.sin(np.arange(32.0)).reshape(4, 8)  # (4, 8)
W2 = np.cos(np.arange(32.0)).reshape(8, 4)  # (8, 4)


def gelu(z):
    return z / (1 + np.exp(-1.702 * z))  # sigmoid approximation


full = gelu(X @ W1) @ W2  # (3, 4)

columns = np.split(W1, 2, axis=1)  # each (4, 4): own hidden units
rows = np.split(W2, 2, axis=0)  # each (4, 4): weights of these units
partial = [gelu(X @ a) @ b for a, b in zip(columns, rows, strict=True)]  # no exchange needed
print("columns then rows, 1 all-reduce   :", np.allclose(sum(partial), full))
print("one partial result alone          :", np.allclose(partial[0], full))

# Rows first: the hidden values are only partial sums, and gelu is not linear.
halves = np.split(X, 2, axis=1)  # each (3, 2)
sums = [h @ w for h, w in zip(halves, np.split(W1, 2, axis=0), strict=True)]  # each (3, 8)
early = sum(gelu(s) for s in sums) @ W2
late = gelu(sum(sums)) @ W2
print("rows first, gelu before the sum   :", np.allclose(early, full))
print("rows first, all-reduce before gelu:", np.allclose(late, full))

size = 2 * 4096 * 8192 / 1e6  # one activation: 4096 tokens, width 8192, 16 bits
print("MB per all-reduce:", round(size, 1), "- per layer and step, 4 of them:", round(4 * size, 1))
print("MLP weights per device, in millions:", [round(8 * 8192**2 / t / 1e6, 1) for t in (1, 8)])
