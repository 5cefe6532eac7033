"""One frozen attention head solves opposite tasks, given by the examples in its prompt."""

import numpy as np

VECTORS = {  # frozen embeddings: (2,)
    "superb": (2.0, 0.3), "lovely": (1.8, -0.2), "decent": (1.2, 0.1), "awful": (-2.0, 0.2),
    "slow": (-0.4, 0.0), "N/A": (0.0, 0.0),
}  # fmt: skip
LABELS = ["positive", "negative"]
SHARPNESS, RECENCY = 0.8, 0.4  # frozen: how the head compares, how much it favours late positions


def predict(demonstrations, query):
    """P(positive): attention from the query to the examples, values are their labels."""
    keys = np.array([VECTORS[word] for word, _ in demonstrations])  # (k, 2)
    scores = SHARPNESS * keys @ np.array(VECTORS[query]) + RECENCY * np.arange(len(keys))
    weights = np.exp(scores) / np.exp(scores).sum()  # (k,)
    values = np.array([label == "positive" for _, label in demonstrations])
    return float(weights @ values)


def calibrated(demonstrations, query):
    """Divide by what the prompt predicts for an input without content, then normalize."""
    p, empty = predict(demonstrations, query), predict(demonstrations, "N/A")
    odds = (p / empty) / ((1 - p) / (1 - empty))
    return odds / (1 + odds)


usual = [("superb", "positive"), ("awful", "negative")]
flipped = [(word, LABELS[1 - LABELS.index(label)]) for word, label in usual]
print(f"usual labels,   decent -> positive {predict(usual, 'decent'):.2f}")
print(f"flipped labels, decent -> positive {predict(flipped, 'decent'):.2f}")
print(f"no content,     N/A    -> positive {predict(usual, 'N/A'):.2f}")
print(f"other order,    N/A    -> positive {predict(usual[::-1], 'N/A'):.2f}")
many = usual + [("lovely", "positive"), ("decent", "positive")]
print(f"3 of 4 positive, N/A    -> positive {predict(many, 'N/A'):.2f}")
print(f"3 of 4 positive, slow   -> positive {predict(many, 'slow'):.2f}")
print(f"calibrated,      slow   -> positive {calibrated(many, 'slow'):.2f}")
