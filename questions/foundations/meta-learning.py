"""MAML on tasks a (w - c)^2: learn a start from which ONE gradient step is enough."""

TASKS = [(1.0, 0.0), (1.2, 1.0), (3.5, 5.0), (4.0, 6.0)]  # (curvature a, optimum c)
RATE = 0.1  # inner learning rate


def gradient(w, a, c):
    return 2 * a * (w - c)


def adapt(w, a, c, steps):
    """Inner loop: a few gradient steps on one task."""
    for _ in range(steps):
        w = w - RATE * gradient(w, a, c)
    return w


def mean_loss(w, steps):
    """Mean over tasks of the loss AFTER adaptation."""
    return sum(a * (adapt(w, a, c, steps) - c) ** 2 for a, c in TASKS) / len(TASKS)


def train(steps, rate=0.05):
    """Outer loop: move the start w so that the loss after `steps` inner steps falls."""
    w = 3.0
    for _ in range(500):
        meta_gradient = 0.0
        for a, c in TASKS:
            through_inner = (1 - 2 * RATE * a) ** steps  # d adapted / d w, by the chain rule
            meta_gradient += gradient(adapt(w, a, c, steps), a, c) * through_inner
        w -= rate * meta_gradient / len(TASKS)
    return w


starts = {"joint training": train(0), "MAML, 1 inner step": train(1), "arbitrary start": -5.0}
print("start                        w   loss after 0, 1, 2, 5 steps on each task")
for name, w in starts.items():
    losses = "".join(f"{mean_loss(w, k):9.2f}" for k in (0, 1, 2, 5))
    print(f"{name:22} {w:7.2f} {losses}")
