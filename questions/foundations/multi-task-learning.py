"""Two tasks share one weight vector: related tasks help each other, conflicting ones do not."""

import numpy as np

D, N_TRAIN = 20, 12  # fewer examples per task than weights
base = np.cos(1.3 * np.arange(D))
other = np.sin(2.1 * np.arange(D) + 1)
other -= base * (other @ base) / (base @ base)  # part of `other` orthogonal to base
other *= np.linalg.norm(base) / np.linalg.norm(other)


def inputs(first, n):
    """Deterministic inputs that look random: (n, D)."""
    rows = np.arange(first, first + n)[:, None]
    return np.sin(rows * (1.7 + np.arange(D)) + 0.3 * np.arange(D) ** 2)


def gradient(w, x, truth):
    return 2 * x.T @ (x @ (w - truth)) / len(x)


x_a, x_b, x_new = inputs(0, N_TRAIN), inputs(300, N_TRAIN), inputs(5000, 500)
print("tasks' cosine  gradients' cosine   error of A: alone   with B")
for cosine in (0.95, 0.5, -0.9):
    task_a, task_b = base, cosine * base + np.sqrt(1 - cosine**2) * other
    alone, shared = np.zeros(D), np.zeros(D)
    g_a, g_b = gradient(shared, x_new, task_a), gradient(shared, x_new, task_b)
    conflict = g_a @ g_b / np.linalg.norm(g_a) / np.linalg.norm(g_b)
    for _ in range(300):
        alone = alone - 0.05 * gradient(alone, x_a, task_a)
        both = gradient(shared, x_a, task_a) + gradient(shared, x_b, task_b)
        shared = shared - 0.05 * both / 2
    errors = [float(np.mean((x_new @ (w - task_a)) ** 2)) for w in (alone, shared)]
    print(f"{cosine:13} {float(conflict):18.2f} {errors[0]:19.2f} {errors[1]:8.2f}")

for t in (1, 2, 1000):
    p = [n ** (1 / t) for n in (1_000_000, 10_000)]
    print(f"sampling temperature {t}: share of the small task {p[1] / sum(p):.3f}")
