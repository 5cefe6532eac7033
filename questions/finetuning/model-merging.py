"""Merge two fine-tuned ReLU networks: good with a common ancestor, useless with permuted units."""

import numpy as np

i = np.arange(1, 17)  # 16 hidden units
x = np.linspace(-2, 2, 60)[:, None]  # (60, 1)
left, right = x[:, 0] < 0, x[:, 0] >= 0
old_task = np.sin(2 * x)
new_task = old_task + 0.5 * np.abs(x)


def train(w_in, bias, w_out, rows, target, steps, rate=0.02):
    for _ in range(steps):
        z = x[rows] @ w_in + bias  # (n, 16)
        error = 2 * (np.maximum(z, 0) @ w_out - target[rows]) / rows.sum()  # (n, 1)
        grad_z = error @ w_out.T * (z > 0)
        w_out = w_out - rate * np.maximum(z, 0).T @ error
        w_in = w_in - rate * x[rows].T @ grad_z
        bias = bias - rate * grad_z.sum(axis=0)
    return w_in, bias, w_out


def show(name, weights):
    w_in, bias, w_out = weights
    loss = float(np.mean((np.maximum(x @ w_in + bias, 0) @ w_out - new_task) ** 2))
    print(f"{name:30} loss on both sides {loss:.3f}")


start = np.sin(i**2)[None, :], np.cos(i**2), np.sin(2.0 * i**2)[:, None] / 2
base = train(*start, left | right, old_task, 3000)
a, b = train(*base, left, new_task, 150), train(*base, right, new_task, 150)
c = np.roll(b[0], 1, axis=1), np.roll(b[1], 1), np.roll(b[2], 1, axis=0)
show("base", base)
show("A: tuned on the left half", a)
show("B: tuned on the right half", b)
show("mean of A and B", [(p + q) / 2 for p, q in zip(a, b)])
show("base + both task vectors", [p + q - o for p, q, o in zip(a, b, base)])
show("C: B, hidden units reordered", c)
show("mean of A and C", [(p + q) / 2 for p, q in zip(a, c)])
