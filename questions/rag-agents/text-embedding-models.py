"""InfoNCE with in-batch negatives: the loss of a batch from its matrix of similarities."""

import numpy as np


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def info_nce(queries, passages, temperature):
    """Mean cross-entropy of finding passage i for query i among all passages of the batch."""
    logits = unit(queries) @ unit(passages).T / temperature  # (B, B), the pairs on the diagonal
    logits = logits - logits.max(axis=1, keepdims=True)
    log_softmax = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return float(-np.diag(log_softmax).mean())


B = 8
same = np.ones((B, 4))  # (B, d) all texts at one place
apart = np.eye(B)  # (B, d) every pair at a place of its own
print("all texts alike:", round(info_nce(same, same, 0.05), 4), "= ln 8")

for mix in (0.0, 0.5, 0.9):  # 0.9: the texts differ little from each other
    texts = (1 - mix) * apart + mix * same[:, :1]
    cosine = float(unit(texts)[0] @ unit(texts)[1])
    losses = [round(info_nce(texts, texts, t), 4) for t in (1.0, 0.05)]
    print(f"negatives at cosine {cosine:.2f}: loss at temperature 1 and 0.05: {losses}")
