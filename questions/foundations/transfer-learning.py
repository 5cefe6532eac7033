"""Fine-tune a linear model from three starts: a related source, zero, a misleading source."""

import numpy as np

D = 20


def features(first, n):
    """Deterministic inputs that look random: (n, D)."""
    rows = np.arange(first, first + n)[:, None]
    return np.sin(rows * (1.7 + np.arange(D)) + 0.3 * np.arange(D) ** 2)


related = np.cos(np.arange(D))  # weights learned on a related source task
target = related + 0.3 * np.sin(2.0 * np.arange(D))  # the new task differs a little
starts = {"related source": related, "from zero": np.zeros(D), "misleading source": -2 * related}
x_test = features(5000, 500)


def fine_tune(w, n, steps=60, rate=0.1):
    """Gradient descent on n labelled examples of the target task."""
    x = features(0, n)
    for _ in range(steps):
        w = w - rate * 2 * x.T @ (x @ (w - target)) / n
    return float(np.mean((x_test @ (w - target)) ** 2))


print("error on new target examples, after training on n labelled ones")
print(f"{'start':18}" + "".join(f"{'n = ' + str(n):>10}" for n in (5, 10, 20, 400)))
for name, w in starts.items():
    print(f"{name:18}" + "".join(f"{fine_tune(w, n):10.2f}" for n in (5, 10, 20, 400)))
