"""FGSM on a linear classifier, training against it, and what both do to clean accuracy."""

import numpy as np

# Feature 0 is right in 9 of 10 cases and large; features 1-4 are always right and tiny.
y = np.array([1, -1] * 10)  # (n,) labels
strong = np.where(np.arange(20) < 2, -y, y)  # wrong for 2 of 20
X = np.column_stack([strong] + [0.3 * y] * 4).astype(float)  # (n, 5)


def attack(X, w, eps):
    """Fast gradient sign method: the loss of y * (w . x) grows fastest along -y * sign(w)."""
    return X - eps * y[:, None] * np.sign(w)


def train(eps, steps=3000, lr=0.1):
    w = np.full(5, 0.1)
    for _ in range(steps):
        seen = attack(X, w, eps)  # eps = 0: ordinary training
        margin = y * (seen @ w)
        w += lr * (seen * (y / (1 + np.exp(margin)))[:, None]).mean(axis=0)  # logistic loss
    return w


def accuracy(X, w):
    return round(float((y * (X @ w) > 1e-9).mean()), 2)


for name, eps in (("ordinary training", 0.0), ("adversarial, eps 0.5", 0.5)):
    w = train(eps)
    under = [accuracy(attack(X, w, e), w) for e in (0.5, 1.5)]
    print(f"{name:20}: clean {accuracy(X, w)}, FGSM 0.5 {under[0]}, FGSM 1.5 {under[1]}")
