"""An IVF index on a hand-made map: what share is read, and how many true neighbours are found."""

import numpy as np

SIDE, BLOCK, K = 40, 10, 10
grid = np.arange(SIDE, dtype=float)
base = np.array([(x, y) for x in grid for y in grid])  # (1600, 2) the stored vectors
middles = np.arange(SIDE // BLOCK) * BLOCK + (BLOCK - 1) / 2
centres = np.array([(x, y) for x in middles for y in middles])  # (16, 2), here without k-means


def nearest(rows, point, k):
    return np.argsort(((rows - point) ** 2).sum(axis=1), kind="stable")[:k]


cell = np.array([nearest(centres, p, 1)[0] for p in base])  # (1600,) the list of each vector
steps = np.arange(60)
queries = np.stack([(steps * 7.31 + 0.37) % 39, (steps * 3.77 + 0.19) % 39], axis=1)  # (60, 2)

print("nprobe  vectors read  recall@10")
for nprobe in (1, 2, 4, 16):
    read, hits = 0, 0
    for q in queries:
        members = np.flatnonzero(np.isin(cell, nearest(centres, q, nprobe)))
        found = members[nearest(base[members], q, K)]
        read += len(members)
        hits += len(set(found.tolist()) & set(nearest(base, q, K).tolist()))
    share = read / (len(queries) * len(base))
    print(f"{nprobe:6} {share:12.2%} {hits / (len(queries) * K):10.3f}")

d, parts, M = 768, 96, 16
print("bytes per vector of 768 numbers")
print("  flat float32:", 4 * d)
print("  HNSW with M = 16, float32 and 32 links:", 4 * d + 2 * M * 4)
print("  IVF-PQ, 96 codes of 1 byte and an id:", parts + 8)
