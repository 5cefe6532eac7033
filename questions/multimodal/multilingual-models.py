"""Sampling of languages with an exponent, and a classifier that carries over in a shared space."""

import numpy as np

gigabytes = {"en": 300.0, "ru": 270.0, "sw": 1.6}  # text per language, chosen for this example
p = np.array(list(gigabytes.values()))
p /= p.sum()
for alpha in (1.0, 0.3, 0.0):
    q = p**alpha / (p**alpha).sum()
    print(f"alpha {alpha}: shares {dict(zip(gigabytes, q.round(3).tolist()))}")
    print(f"           sw is seen {float((q / p)[2]):.1f} times its natural share")

# six meanings as vectors (6, 4): the first axis is sentiment, the last is left to the language
meaning = np.array([[1, 1, 0], [1, 0, 1], [1, -1, 0], [-1, 1, 0], [-1, 0, 1], [-1, -1, 0]], float)
label = np.array([1, 1, 1, -1, -1, -1])
english = np.hstack([meaning, np.full((6, 1), 0.3)])
spanish = np.hstack([meaning, np.full((6, 1), -0.3)])  # same space, other language mark
apart = np.hstack([meaning[:, [1, 2, 0]], np.full((6, 1), -0.3)])  # a space of its own

w, *_ = np.linalg.lstsq(english, label, rcond=None)  # trained on English only, (4,)
for name, vectors in [
    ("en", english),
    ("es, shared space", spanish),
    ("es, space of its own", apart),
]:
    right = int((np.sign((vectors @ w).round(6)) == label).sum())
    print(f"tested on {name}: {right} of 6")
