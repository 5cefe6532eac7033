"""Fine-tune on a few noisy labels: the error on new data turns up again, with any schedule."""

import math

import numpy as np

D, N, EPOCHS, PEAK = 20, 18, 1000, 0.1


def inputs(first, n):
    rows = np.arange(first, first + n)[:, None]
    return np.sin(rows * (1.7 + np.arange(D)) + 0.3 * np.arange(D) ** 2)  # (n, D), looks random


pretrained = np.cos(np.arange(D))
target = pretrained + 0.3 * np.sin(2.0 * np.arange(D))  # what the new task needs
x, x_new = inputs(0, N), inputs(5000, 500)
y = x @ target + np.sin(37.0 * np.arange(N) ** 2)  # (N,) labels with errors
schedules = {
    "constant": lambda epoch: PEAK,
    "cosine": lambda epoch: PEAK * (1 + math.cos(math.pi * epoch / EPOCHS)) / 2,
}

print(f"{'after epoch':28}" + "".join(f"{e:>8}" for e in (0, 3, 10, 30, 1000)))
for name, rate_at in schedules.items():
    w, train, new = pretrained, [], []
    for epoch in range(EPOCHS + 1):
        train.append(float(np.mean((x @ w - y) ** 2)))
        new.append(float(np.mean((x_new @ (w - target)) ** 2)))
        w = w - rate_at(epoch) * 2 * x.T @ (x @ w - y) / N
    for what, values in (("training loss", train), ("error on new data", new)):
        cells = "".join(f"{values[e]:8.2f}" for e in (0, 3, 10, 30, 1000))
        print(f"{name + ', ' + what:28}" + cells)
    print(f"{name}, best on new data: epoch {new.index(min(new))}")
