"""REINFORCE on three answers: a baseline leaves the mean gradient alone and takes out its variance."""

import numpy as np

logits = np.log([0.5, 0.3, 0.2])  # (answers,)
rewards = np.array([10.0, 11.0, 13.0])  # (answers,) a number each, from anywhere


def policy(logits):
    return np.exp(logits) / np.exp(logits).sum()


def estimates(logits, baseline):
    """Row a: the gradient estimate if answer a was sampled, (reward - baseline) * grad log p(a)."""
    p = policy(logits)
    return (rewards - baseline)[:, None] * (np.eye(3) - p)  # (sampled answer, logit)


p = policy(logits)
for name, baseline in (("none", 0.0), ("mean reward", float(p @ rewards))):
    rows = estimates(logits, baseline)
    mean = p @ rows  # (logit,) expectation over the sampled answer
    variance = p @ ((rows - mean) ** 2).sum(axis=1)
    print(f"baseline {name:11}: mean {[round(float(g), 3) for g in mean]}, variance {variance:.2f}")

# the same gradient by differences of J = E[reward], which would need the reward of every answer
step = 1e-5
exact = [policy(logits + step * e) @ rewards - policy(logits - step * e) @ rewards for e in np.eye(3)]
print(f"{'derivative of J':20}: mean {[round(float(g / (2 * step)), 3) for g in exact]}")

for _ in range(200):  # ascend the expected gradient
    logits = logits + 0.1 * (policy(logits) @ estimates(logits, float(policy(logits) @ rewards)))
print("after 200 steps     : p =", [round(float(x), 3) for x in policy(logits)])
