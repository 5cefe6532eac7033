"""Clipping by global norm, by value, and what one exploding gradient does to a run."""

import numpy as np


def clip_norm(gradients, limit):
    """Scale all gradients together so that their common norm is at most `limit`."""
    norm = float(np.sqrt(sum(float((g**2).sum()) for g in gradients)))
    factor = min(1.0, limit / norm)
    return [g * factor for g in gradients], norm


def direction(gradients):
    flat = np.concatenate(gradients)
    return [round(float(x), 2) for x in flat / np.linalg.norm(flat)]


gradients = [np.array([3.0, 0.4]), np.array([-4.0])]  # of two tensors
clipped, norm = clip_norm(gradients, 1.0)
by_value = [np.clip(g, -1.0, 1.0) for g in gradients]
print("norm before clipping       :", round(norm, 3))
print("direction before           :", direction(gradients))
print("direction, clipped by norm :", direction(clipped))
print("direction, clipped by value:", direction(by_value))

for limit in (1e9, 1.0):  # without and with clipping: SGD on w*w, one broken batch at step 5
    w, path = np.array([1.0]), []
    for step in range(1, 11):
        gradient = 2 * w if step != 5 else np.array([-300.0])
        (gradient,), _ = clip_norm([gradient], limit)
        w = w - 0.1 * gradient
        path.append(round(float(w[0]), 2))
    print(f"limit {limit:<5g}:", path)

logits = np.array([60.0, -45.0, 5.0])
print("soft cap at 30:", [round(float(z), 2) for z in 30 * np.tanh(logits / 30)])
