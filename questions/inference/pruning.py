"""Pruning a linear model: by magnitude or by magnitude times input, without and with retraining."""

import numpy as np

t = np.arange(200)[:, None]
x = np.sin(t * np.arange(1, 9)[None, :] ** 1.5)  # (200, 8) inputs
x[:, 1] = 0.98 * x[:, 0] + 0.2 * x[:, 1]  # feature 1 nearly repeats feature 0
x[:, 2] *= 6.0  # feature 2 is large
true_w = np.array([1.0, 0.6, 0.3, -0.9, 0.8, -0.1, 0.05, 0.7])  # (8,)
y = x @ true_w  # (200,)


def fit(features):
    w = np.zeros(8)
    w[features] = np.linalg.lstsq(x[:, features], y, rcond=None)[0]
    return w


def error(w):
    return float(np.linalg.norm(x @ w - y) / np.linalg.norm(y))


w = fit(np.arange(8))
print(f"all 8 weights: error {error(w):.3f}")
scores = {"|w|": np.abs(w), "|w| x input norm": np.abs(w) * np.linalg.norm(x, axis=0)}
for name, score in scores.items():
    kept = np.sort(np.argsort(-score)[:4])
    pruned = np.where(np.isin(np.arange(8), kept), w, 0.0)
    print(f"keep 4 by {name:16} -> {kept.tolist()}", end=", ")
    print(f"error {error(pruned):.3f}, retrained {error(fit(kept)):.3f}")

dense, sparse = 2 * 1000, lambda zeros: (2 + 4) * (1000 - zeros)  # bytes: fp16 value, 32-bit index
for zeros in (500, 800, 900):
    print(f"{zeros} of 1000 weights zero: {dense} B dense, {sparse(zeros)} B as value + index")
