"""Backpropagation through a tiny next-token model, checked against finite differences."""

import numpy as np

x, y = np.array([0, 1, 2, 1]), np.array([1, 2, 1, 3])  # (4,) tokens and their next tokens
E = np.sin(np.arange(12.0)).reshape(4, 3)  # 4 tokens in the vocabulary, width 3
W = np.cos(np.arange(9.0)).reshape(3, 3)
U = np.sin(np.arange(5.0, 17.0)).reshape(3, 4)


def forward():
    h = np.tanh(E[x] @ W)  # (4, 3) one row per position
    p = np.exp(h @ U)  # (4, 4) from logits ...
    p /= p.sum(axis=1, keepdims=True)  # ... to probabilities
    return float(-np.log(p[np.arange(4), y]).mean()), h, p


def backward(h, p):
    d_logits = (p - np.eye(4)[y]) / 4  # (4, 4) softmax with cross-entropy
    d_pre = (d_logits @ U.T) * (1 - h**2)  # (4, 3) back through U, then through tanh
    d_E = np.zeros_like(E)
    np.add.at(d_E, x, d_pre @ W.T)  # token 1 occurs twice: its two gradients add up
    return d_E, E[x].T @ d_pre, h.T @ d_logits  # the shapes of E, W and U


loss, h, p = forward()
gradients = backward(h, p)
print("loss:", round(loss, 4), "-> after the backward pass:", round(forward()[0], 4))
for name, weights, gradient in zip("EWU", (E, W, U), gradients):
    numeric = np.zeros_like(weights)
    for i in np.ndindex(weights.shape):  # two forward passes for every single parameter
        for sign in (1, -1):
            weights[i] += sign * 1e-5
            numeric[i] += sign * forward()[0] / 2e-5
            weights[i] -= sign * 1e-5
    print(f"d_{name} {gradient.shape}: matches", np.allclose(gradient, numeric, atol=1e-8))
for weights, gradient in zip((E, W, U), gradients):
    weights -= 0.5 * gradient  # the optimizer, here SGD, changes the weights
print("after one optimizer step:", round(forward()[0], 4))
