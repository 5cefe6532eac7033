"""Learn task A, then task B, with shared weights: error on both, with and without remedies."""

import numpy as np

D, N = 50, 20  # more weights than both tasks have examples


def make_task(first, weights):
    rows = np.arange(first, first + N)[:, None]
    x = np.sin(rows * (1.7 + np.arange(D)) + 0.3 * np.arange(D) ** 2)
    return x, x @ weights  # inputs (N, D) that look random, labels (N,)


needed_a = np.cos(np.arange(D))
task_a = make_task(0, needed_a)
task_b = make_task(7000, needed_a + np.sin(2.0 * np.arange(D)))  # related, not the same


def loss(w, task):
    return float(np.mean((task[0] @ w - task[1]) ** 2))


def train(w, tasks, anchor=0.0, strength=0.0, steps=2000, rate=0.05):
    importance = np.mean(task_a[0] ** 2, axis=0)  # (D,) how much A depends on each weight
    for _ in range(steps):
        grad = sum(2 * x.T @ (x @ w - y) / N for x, y in tasks) / len(tasks)
        w = w - rate * (grad + strength * importance * (w - anchor))
    return w


runs = {
    "A only": (after_a := train(np.zeros(D), [task_a])),
    "A, then B": train(after_a, [task_b]),
    "A, then B (20 steps)": train(after_a, [task_b], steps=20),
    "A, then B held to A": train(after_a, [task_b], anchor=after_a, strength=1.0),
    "A, then B with replay of A": train(after_a, [task_b, task_a]),
}
print(f"{'error on':28}{'A':>6}{'B':>6}")
for name, w in runs.items():
    print(f"{name:28}{loss(w, task_a):6.2f}{loss(w, task_b):6.2f}")
