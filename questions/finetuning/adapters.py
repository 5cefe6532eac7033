"""Bottleneck adapters on one frozen layer: the identity at first, then one set for each task."""

import numpy as np

D, M, N = 16, 4, 64  # width, bottleneck, examples
x = np.sin(np.arange(N)[:, None] * (1.7 + np.arange(D)) + np.arange(D) ** 2)  # (N, D)
frozen = np.cos(np.arange(D * D)).reshape(D, D) / 4
h = np.tanh(x @ frozen)  # (N, D) output of the frozen layer


def adapter(h, down, up):
    return h + np.maximum(h @ down, 0) @ up  # (N, D): bottleneck with residual connection


def train(target, steps=2000, rate=0.2):
    down = np.sin(np.arange(D * M) * 2.3).reshape(D, M) / 2
    up = np.zeros((M, D))  # zero: the adapter starts as the identity
    start = np.abs(adapter(h, down, up) - h).max()
    for _ in range(steps):
        z = np.maximum(h @ down, 0)  # (N, M)
        error = 2 * (h + z @ up - target) / N  # (N, D)
        grad_up, grad_z = z.T @ error, error @ up.T * (z > 0)
        up, down = up - rate * grad_up, down - rate * h.T @ grad_z
    return down, up, float(start)


def loss(out, target):
    return float(np.mean((out - target) ** 2))


extra = np.maximum(h[:, :2], 0)
tasks = {"task 1": h + 0.3 * extra[:, :1], "task 2": h - 0.5 * extra[:, 1:]}
before = frozen.copy()
print(f"frozen weights {D * D}, trained per task {2 * D * M} (biases left out)")
for name, target in tasks.items():
    down, up, start = train(target)
    print(f"{name}: change at the start {start}, loss {loss(h, target):.4f}", end=" -> ")
    print(f"{loss(adapter(h, down, up), target):.4f}")
print("frozen weights unchanged:", bool(np.array_equal(frozen, before)))
