"""Routing collapse and two remedies: a balance loss, and a bias that acts on the selection only."""

import numpy as np

E, k = 4, 1


def balance_loss(probabilities):  # (tokens, E)
    chosen = probabilities.argmax(axis=1)
    f = np.bincount(chosen, minlength=E) / len(chosen)  # share of tokens per expert
    p = probabilities.mean(axis=0)  # mean probability per expert
    return f, float(E * (f * p).sum())


even = np.eye(E) * 0.6 + 0.1  # 4 tokens, each prefers another expert
skewed = np.tile([0.7, 0.1, 0.1, 0.1], (4, 1))  # all prefer expert 0
for name, probabilities in (("even", even), ("skewed", skewed)):
    f, loss = balance_loss(probabilities)
    print(f"{name:6} load {f.tolist()} E·sum(f·P) = {loss:.2f}")

tokens, factor = 1024, 1.25
capacity = int(np.ceil(factor * tokens * k / E))
load = np.array([700, 124, 100, 100])
dropped = np.maximum(load - capacity, 0)
print(f"capacity {capacity}, dropped {dropped.tolist()}: {dropped.sum() / tokens:.0%} of tokens")

rng = np.random.default_rng(1)
popularity = np.array([2.0, 0.0, 0.0, -1.0])
scores = 1 / (1 + np.exp(-rng.normal(popularity, size=(4000, E))))  # sigmoid, (tokens, E)
bias, step = np.zeros(E), 0.01
before = np.bincount((scores + bias).argmax(axis=1), minlength=E)
for _ in range(300):  # overloaded experts down, underloaded ones up
    load = np.bincount((scores + bias).argmax(axis=1), minlength=E)
    bias += step * np.sign(load.mean() - load)
after = np.bincount((scores + bias).argmax(axis=1), minlength=E)
loads = [before, after]
print("largest load before: above 2.5 times the mean", bool(before.max() > 2.5 * before.mean()))
print("with adjusted biases: below 1.2 times the mean", bool(after.max() < 1.2 * after.mean()))
