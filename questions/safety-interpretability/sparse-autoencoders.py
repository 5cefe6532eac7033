"""Superposition: 400 features in 100 dimensions, readable while few are active; what L1 picks."""

import random

import numpy as np

rng = random.Random(0)
m, d = 400, 100
directions = np.array([[rng.random() - 0.5 for _ in range(d)] for _ in range(m)])  # (m, d)
directions /= np.linalg.norm(directions, axis=1, keepdims=True)
cosines = directions @ directions.T - np.eye(m)
print(f"{m} features in {d} dimensions, mean |cosine| {float(np.abs(cosines).mean()):.2f}")
used = int((np.abs(directions[:, 0]) > 0.1).sum())
print(f"neuron 0 takes part in {used} features: polysemantic")

for active in (1, 3, 10, 50):
    found = 0
    for _ in range(20):
        on = sorted(range(m), key=lambda _: rng.random())[:active]
        x = directions[on].sum(axis=0)  # (d,) what the model stores
        top = np.argsort(directions @ x)[-active:]  # the code keeps the strongest readings
        found += len(set(on) & set(top.tolist()))
    print(f"{active:2} active at once: {found / (20 * active):.0%} of them found")

x = np.array([3.0, 4.0])
decoder = np.array([[1, 0, 0.6], [0, 1, 0.8]])  # (d, m) three unit columns
for name, code in [("dense ", [3.0, 4.0, 0.0]), ("sparse", [0.0, 0.0, 5.0])]:
    error = float(((x - decoder @ code) ** 2).sum())
    print(f"{name} code {code}: error {error:.1f}, L1 {sum(code):.1f}")
