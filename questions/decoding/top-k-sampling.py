"""Top-k sampling: one k for a sure and for an unsure prediction."""

import numpy as np


def top_k(p, k):
    """Keep the k most likely tokens and renormalize."""
    keep = np.argsort(-p, kind="stable")[:k]
    q = np.zeros_like(p)
    q[keep] = p[keep]
    return q / q.sum()


p = np.array([0.5, 0.3, 0.15, 0.05])
for k in (1, 2, 4):
    print(f"k = {k}:", [round(float(x), 3) for x in top_k(p, k)])

V, k = 1000, 40
sure = np.full(V, 0.03 / (V - 1))  # one right answer, a little for each of the others
sure[0] = 0.97
unsure = np.full(V, 0.5 / (V - 200))  # 200 good words share half of the probability
unsure[:200] = 0.5 / 200
for name, dist, good in (("sure", sure, 1), ("unsure", unsure, 200)):
    q = top_k(dist, k)
    print(
        f"{name:6}: {min(good, k)} of {good} good tokens kept, {k - min(good, k)} bad ones kept",
        end="",
    )
    print(f", kept mass before {float(np.sort(dist)[-k:].sum()):.3f}, after {float(q.sum()):.0f}")

rng = np.random.default_rng(0)
draws = rng.choice(4, size=10_000, p=top_k(p, 2))
print("share of the first token near 0.625:", bool(abs((draws == 0).mean() - 0.625) < 0.03))
print("tokens outside the top 2 drawn:", int((draws > 1).sum()))
