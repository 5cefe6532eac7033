"""Expert parallelism on 4 simulated ranks: dispatch by all-to-all, run experts, send back, combine."""

import numpy as np

RANKS, EXPERTS, DIM, TOP = 4, 8, 3, 2  # 2 experts per rank
scores = np.sin(np.arange(16 * EXPERTS) ** 1.5).reshape(RANKS, 4, EXPERTS)  # 4 tokens per rank
tokens = np.cos(np.arange(16.0 * DIM)).reshape(RANKS, 4, DIM)


def expert(e, x):
    return np.tanh(x) * (e + 1)


chosen = np.argsort(-scores, axis=-1)[..., :TOP]  # (4 ranks, 4 tokens, 2)
inbox = {rank: [] for rank in range(RANKS)}
sent = np.zeros((RANKS, RANKS), dtype=int)
for rank in range(RANKS):  # first all-to-all: a copy of the token for each chosen expert
    for t in range(4):
        for e in chosen[rank, t]:
            owner = int(e) // 2
            sent[rank, owner] += 1
            inbox[owner].append((rank, t, int(e), tokens[rank, t]))

output = np.zeros_like(tokens)
for owner in range(RANKS):  # experts run where they live; second all-to-all brings results home
    for rank, t, e, x in inbox[owner]:
        output[rank, t] += expert(e, x) / TOP

local = np.zeros_like(tokens)  # the same layer with all experts on one device
for rank, t in np.ndindex(RANKS, 4):
    local[rank, t] = sum(expert(int(e), tokens[rank, t]) for e in chosen[rank, t]) / TOP
print("same result as on one device:", np.allclose(output, local))
print("copies, rank to rank:", sent.tolist())
load = sent.sum(axis=0)
print(
    "load of the ranks:",
    load.tolist(),
    "- slowest against mean:",
    round(float(load.max() / load.mean()), 2),
)
