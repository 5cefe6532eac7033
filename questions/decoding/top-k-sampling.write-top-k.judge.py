"""Exactly k tokens are left, and their logits are unchanged."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def logits():
    for values in (
        [0.5],
        [1.0, 2.0],
        [-3.0, -1.0],
        [0.1, -2.0, 1.5],
        [-0.5, -0.1, -4.0, 2.0],
        [3.0, 1.0, 2.0, -1.0, 0.0],
    ):
        for k in (1, 2, 3):
            if k <= len(values):
                yield np.array(values), k


@law("Exactly k tokens are left.", "恰好剩下 k 个词元。")
def k_are_left(top_k, logits, k):
    return int(np.isfinite(top_k(logits, k)).sum()), k


@law("Their logits are unchanged.", "它们的 logits 不变。")
def kept_are_unchanged(top_k, logits, k):
    kept = top_k(logits, k)
    return kept[np.isfinite(kept)], logits[np.isfinite(kept)]
