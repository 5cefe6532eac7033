"""One layer in 4 bits: rounding alone, GPTQ's compensation of errors, AWQ's scaling."""

import numpy as np

cell = np.arange(1, 200 * 16 + 1).reshape(200, 16)
X = np.sin(cell * 1.7 + (cell % 7) * cell % 11)  # (tokens, in), calibration activations
X = X + 0.8 * X[:, :1]  # correlated channels
X[:, 3] *= 12  # and a hot one
W = np.cos(np.arange(1, 8 * 16 + 1) * 2.3).reshape(8, 16)  # (out, in)


def nearest(W):
    """Round to nearest, 4 bits, one scale per output row."""
    scale = np.abs(W).max(axis=1, keepdims=True) / 7
    return np.clip(np.round(W / scale), -8, 7) * scale


def gptq(W):
    """Column after column; those not yet rounded make up for the error of each."""
    W, scale = W.copy(), np.abs(W).max(axis=1) / 7
    H = X.T @ X  # (in, in), second derivatives of the output error, up to a factor
    H += 0.01 * np.mean(np.diag(H)) * np.eye(16)
    upper = np.linalg.cholesky(np.linalg.inv(H)).T
    for j in range(16):
        error = W[:, j] - np.clip(np.round(W[:, j] / scale), -8, 7) * scale
        W[:, j:] -= np.outer(error / upper[j, j], upper[j, j:])  # column j is now on the grid
    return W


def awq(W, alpha):
    s = np.abs(X).mean(axis=0) ** alpha  # (in,)
    return nearest(W * s) / s


variants = {"nearest": nearest(W), "GPTQ": gptq(W)}
variants |= {f"AWQ, alpha {alpha}": awq(W, alpha) for alpha in (0.25, 0.5, 1)}
for name, Q in variants.items():
    in_weights = float(np.linalg.norm(W - Q) / np.linalg.norm(W))
    in_output = float(np.linalg.norm(X @ (W - Q).T) / np.linalg.norm(X @ W.T))
    print(f"{name:15} error of the weights {in_weights:5.1%}, of the output {in_output:5.1%}")
