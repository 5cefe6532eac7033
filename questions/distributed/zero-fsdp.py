"""ZeRO: model states per device for each stage, and a sharded step that gives the same weights."""

import numpy as np


def states(parameters, devices, stage):
    """Bytes per device: 2 for weights, 2 for gradients, 12 for optimizer states per parameter."""
    weights, gradients, optimizer = 2.0, 2.0, 12.0
    if stage >= 1:
        optimizer /= devices
    if stage >= 2:
        gradients /= devices
    if stage >= 3:
        weights /= devices
    return parameters * (weights + gradients + optimizer)


print("7.5e9 parameters, 64 devices: GB per device, traffic against stage 0")
for stage, sent in ((0, 1.0), (1, 1.0), (2, 1.0), (3, 1.5)):
    print(f"  stage {stage}: {states(7.5e9, 64, stage) / 1e9:6.2f}  traffic {sent}")

# A linear layer of 8 weights on 4 ranks, one example each: gather, compute, reduce-scatter, update.
w = np.linspace(-1, 1, 8)
x = np.arange(32.0).reshape(4, 8) / 10  # (4 ranks, 8)


def gradient(row, weights):
    return 2 * (row @ weights - 1) * row  # (8,)


shards = np.split(w, 4)
gathered = np.concatenate(shards)  # all-gather: each rank has all weights for a moment
grads = np.array([gradient(row, gathered) for row in x])  # (4, 8)
own = np.split(grads.mean(axis=0), 4)  # reduce-scatter: each rank keeps its part
shards = [shard - 0.01 * g for shard, g in zip(shards, own, strict=True)]

full = np.array([gradient(row, w) for row in x]).mean(axis=0)
print("sharded step = unsharded step:", np.allclose(np.concatenate(shards), w - 0.01 * full))
print("weights stored per rank      :", len(shards[0]), "of", len(w))
