"""One vector a passage against late interaction (MaxSim), and how often the encoder runs."""

import numpy as np

# Toy token vectors; axes: refund, deadline, weather.
QUERY = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])  # (2, d) "refund", "deadline"
PASSAGES = {
    "both, amid other talk": [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1], [0, 0, 1]],
    "only refunds": [[1, 0, 0], [0.9, 0.1, 0], [0.9, 0, 0.1]],
    "weather": [[0, 0, 1], [0.1, 0, 0.9]],
}


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def pooled(query, passage):
    return float(unit(query.mean(axis=0)) @ unit(passage.mean(axis=0)))


def max_sim(query, passage):
    return float((unit(query) @ unit(passage).T).max(axis=1).sum())  # best partner of each token


for score in (pooled, max_sim):
    scores = {name: round(score(QUERY, np.array(p, float)), 2) for name, p in PASSAGES.items()}
    print(f"{score.__name__:8}", dict(sorted(scores.items(), key=lambda item: -item[1])))

N, QUERIES, CANDIDATES = 1_000_000, 100, 50
print("encoder passes for", QUERIES, "queries over", N, "passages")
print("  bi-encoder:", N, "before,", QUERIES, "at search time")
print("  bi-encoder, then cross-encoder on", CANDIDATES, ":", QUERIES + QUERIES * CANDIDATES)
print("  cross-encoder on everything:", QUERIES * N)
