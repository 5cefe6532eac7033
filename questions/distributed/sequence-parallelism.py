"""Ring attention on 4 simulated ranks: blocks of K and V go round, results are merged exactly."""

import numpy as np

TOKENS, DIM, RANKS = 16, 4, 4
grid = np.arange(TOKENS * DIM, dtype=float).reshape(TOKENS, DIM)
Q, K, V = np.sin(grid), np.cos(grid), np.sin(0.5 * grid)  # each (16, 4)
mask = np.tril(np.ones((TOKENS, TOKENS), dtype=bool))  # causal


def ring(rows):
    """Attention of the queries `rows`, reading one block of keys and values after another."""
    top = np.full(len(rows), -np.inf)  # running maximum of the scores
    total, out = np.zeros(len(rows)), np.zeros((len(rows), DIM))
    for block in np.split(np.arange(TOKENS), RANKS):
        scores = np.where(mask[np.ix_(rows, block)], Q[rows] @ K[block].T / np.sqrt(DIM), -np.inf)
        new = np.maximum(top, scores.max(axis=1))
        old_part = np.exp(top - new)
        weights = np.exp(scores - new[:, None])
        total = total * old_part + weights.sum(axis=1)
        out = out * old_part[:, None] + weights @ V[block]
        top = new
    return out / total[:, None]


scores = np.where(mask, Q @ K.T / np.sqrt(DIM), -np.inf)
weights = np.exp(scores - scores.max(axis=1, keepdims=True))
full = weights / weights.sum(axis=1, keepdims=True) @ V
shards = np.split(np.arange(TOKENS), RANKS)
print("ring result equals full attention:", np.allclose(np.vstack([ring(s) for s in shards]), full))
print("pairs per rank, shards in order  :", [int(mask[s].sum()) for s in shards])
halves = np.split(np.arange(TOKENS), 2 * RANKS)  # zigzag: one early and one late piece for each
pairs = [np.concatenate([halves[r], halves[-1 - r]]) for r in range(RANKS)]
print("pairs per rank, early + late     :", [int(mask[p].sum()) for p in pairs])
