"""The policy that RLHF aims at: the reference reweighted by exp(reward / beta)."""

import numpy as np

reference = np.array([0.6, 0.3, 0.1])  # (answers,) the tuned model before RLHF
reward = np.array([0.0, 1.0, 2.0])  # (answers,) scores of the reward model


def optimum(beta):
    weights = reference * np.exp(reward / beta)
    return weights / weights.sum()


def kl(policy):
    return float((policy * np.log(policy / reference)).sum())


def objective(policy, beta):
    return float(policy @ reward) - beta * kl(policy)


print("beta    policy              reward   KL")
for beta in (10.0, 1.0, 0.25):
    policy = optimum(beta)
    shown = " ".join(f"{p:.3f}" for p in policy)
    print(f"{beta:5.2f}   {shown}   {policy @ reward:6.3f}   {kl(policy):.3f}")

# no other policy does better: try all on a fine grid
beta = 1.0
grid = [i / 100 for i in range(1, 100)]
others = [np.array([a, b, 1 - a - b]) for a in grid for b in grid if a + b < 0.995]
best = max(others, key=lambda policy: objective(policy, beta))
print("best on a grid, beta 1:", [round(float(p), 2) for p in best])
print("its objective is lower:", objective(best, beta) < objective(optimum(beta), beta))
