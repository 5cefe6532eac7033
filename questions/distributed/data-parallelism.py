"""Synchronous data parallelism: averaged replica gradients equal the gradient of the joint batch."""

import numpy as np

x = np.arange(1.0, 33.0).reshape(16, 2) / 16  # (16, 2) joint batch
y = x @ np.array([2.0, -1.0]) + np.array([0.2, -0.2] * 8)  # (16,)


def gradient(w, rows):
    """Gradient of the mean squared error over some rows; shape (2,)."""
    return 2 * x[rows].T @ (x[rows] @ w - y[rows]) / len(rows)


def run(shards, steps=20, rate=0.1, synchronize=True, weights=None):
    """One replica per shard; each step averages the gradients, unless synchronize is off."""
    weights = weights or [1 / len(shards)] * len(shards)
    replicas = [np.zeros(2) for _ in shards]
    for _ in range(steps):
        grads = [gradient(w, rows) for w, rows in zip(replicas, shards, strict=True)]
        mean = sum(a * g for a, g in zip(weights, grads, strict=True))  # the all-reduce
        replicas = [w - rate * (mean if synchronize else g) for w, g in zip(replicas, grads, strict=True)]
    return replicas


single = run([np.arange(16)])[0]
equal = np.split(np.arange(16), 4)
unequal = [np.arange(12), np.arange(12, 16)]
synced, alone = run(equal), run(equal, synchronize=False)
print("one device             :", single.round(4).tolist())
print("4 replicas, synchronized:", synced[0].round(4).tolist())
print("  replicas identical   :", all((w == synced[0]).all() for w in synced))
print("  equal to one device  :", np.allclose(synced[0], single))
print("no all-reduce:", [w.round(2).tolist() for w in alone])
print("shards of 12 and 4, plain mean equal?   ", np.allclose(run(unequal)[0], single))
print(
    "shards of 12 and 4, weighted mean equal?",
    np.allclose(run(unequal, weights=[0.75, 0.25])[0], single),
)
