"""Min-p and top-p on the same logits: a few good tokens and a long tail, at rising temperature."""

import numpy as np

MIN_P, TOP_P, GOOD = 0.1, 0.9, 5


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def min_p_keeps(p):
    return p >= MIN_P * p.max()  # relative to the most likely token, so this one always stays


def top_p_keeps(p):
    order = np.argsort(-p, kind="stable")
    keep = np.zeros(len(p), dtype=bool)
    keep[order[: int(np.argmax(np.cumsum(p[order]) >= TOP_P)) + 1]] = True
    return keep


logits = np.full(20_000, -2.0)  # the tail: each token unlikely, together many
logits[:GOOD] = [10.0, 9.0, 9.0, 8.0, 7.0]
print("  T  tail before   min-p: kept  tail   top-p: kept   tail   (counts above 99 rounded)")
for T in (0.5, 1.0, 1.5, 2.0, 3.0):  # temperature first, then the cut
    p = softmax(logits / T)
    row = f"{T:3}{p[GOOD:].sum():13.1%}"
    for keeps in (min_p_keeps(p), top_p_keeps(p)):
        tail = p[GOOD:][keeps[GOOD:]].sum() / p[keeps].sum()  # after renormalizing
        kept = int(keeps.sum())
        row += f"{kept if kept < 100 else round(kept, -2):14}{tail:7.1%}"
    print(row)

T = 2.0
by_gap = logits >= logits.max() + T * np.log(MIN_P)  # the same cut, without any softmax
print("same as a bound on the logits:", bool((by_gap == min_p_keeps(softmax(logits / T))).all()))
