"""Fit a linear reward model to pairwise preferences with the Bradley-Terry loss."""

import numpy as np

features = np.array(  # (answers, features): correct, polite, length in 100 tokens
    [[1, 1, 1], [1, 0, 1], [0, 1, 1], [1, 1, 4], [0, 0, 2], [0, 1, 4]], dtype=float
)
true_weights = np.array([2.0, 1.0, -0.2])  # what the people who judge go by
true_rewards = features @ true_weights  # (answers,)
pairs = [(i, j) for i in range(6) for j in range(6) if i != j]
wins = np.array([1 / (1 + np.exp(true_rewards[j] - true_rewards[i])) for i, j in pairs])
gaps = np.array([features[i] - features[j] for i, j in pairs])  # (pairs, features)


def fit(gaps, wins, steps=4000, rate=0.5):
    """Minimize the mean of -log sigmoid(r_chosen - r_rejected), weighted by how often i beat j."""
    w = np.zeros(gaps.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-gaps @ w))  # (pairs,) predicted preference
        w = w + rate * (wins - p) @ gaps / len(wins)  # only differences of rewards enter
    return w


w = fit(gaps, wins)
print("weights of the judges :", true_weights.tolist())
print("weights of the model  :", [round(float(v), 2) for v in w])
r = features @ w
print(f"P(answer 0 beats 4)   : {1 / (1 + np.exp(r[4] - r[0])):.3f}")
shifted = r + 100
print(f"all rewards + 100     : {1 / (1 + np.exp(shifted[4] - shifted[0])):.3f}")

# Suppose the judges only ever saw pairs in which the longer answer was also the correct one.
seen = (gaps[:, 2] != 0) & (gaps[:, 0] == np.sign(gaps[:, 2])) & (gaps[:, 1] == 0)
narrow = fit(gaps[seen], wins[seen])
print("after one-sided pairs :", [round(float(v), 2) for v in narrow])
print("it now prefers longer :", bool(narrow[2] > 0))
