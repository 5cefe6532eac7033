"""Top-p: the nucleus is small for a sure prediction, large for an unsure one, and grows with T."""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def nucleus(p, top_p):
    """The fewest most likely tokens whose mass reaches top_p, renormalized."""
    order = np.argsort(-p, kind="stable")
    reached = np.cumsum(p[order]) >= top_p - 1e-12
    keep = order[: int(np.argmax(reached)) + 1]  # up to and with the first that reaches it
    q = np.zeros_like(p)
    q[keep] = p[keep]
    return q / q.sum(), len(keep)


p = np.array([0.5, 0.3, 0.15, 0.05])
for top_p in (0.5, 0.79, 0.9, 1.0):
    q, size = nucleus(p, top_p)
    print(f"top_p {top_p}: {size} kept", [round(float(x), 3) for x in q])

peaked = softmax(np.array([6.0, 5.0, 2.0] + [-2.0] * 97))
flat = softmax(np.linspace(1, 0, 100))
for name, dist in (("peaked", peaked), ("flat", flat)):
    print(f"{name}: {nucleus(dist, 0.9)[1]} of {len(dist)} tokens, top-k 40 would keep 40")

z = np.array([4.0, 3.0, 2.0, 1.0, 0.0, -1.0])
print("nucleus of 0.9 at T = 0.5, 1, 2:", [nucleus(softmax(z / T), 0.9)[1] for T in (0.5, 1, 2)])
