"""DPO from pairs alone ends at the policy that RLHF with the hidden rewards would reach."""

import numpy as np

reference = np.array([0.6, 0.3, 0.1])  # (answers,) frozen
hidden = np.array([0.0, 1.0, 2.0])  # (answers,) rewards that people judge by; DPO never sees them
beta = 0.5
pairs = [(i, j) for i in range(3) for j in range(3) if i != j]
how_often = {(i, j): 1 / (1 + np.exp(hidden[j] - hidden[i])) for i, j in pairs}  # i chosen over j


def log_softmax(logits):
    return logits - np.log(np.exp(logits).sum())


def margins(log_policy):
    ratio = log_policy - np.log(reference)  # (answers,)
    return {(i, j): beta * (ratio[i] - ratio[j]) for i, j in pairs}


def loss(log_policy):
    return sum(how_often[p] * np.log1p(np.exp(-m)) for p, m in margins(log_policy).items()) / 3


logits = np.log(reference)  # training starts at the reference
print(f"loss at the start: {loss(log_softmax(logits)):.4f} (ln 2 = {np.log(2):.4f})")
for _ in range(2000):
    for (i, j), m in margins(log_softmax(logits)).items():
        push = beta * how_often[i, j] / (1 + np.exp(m))  # large where the pair is still wrong
        logits[i] += 0.5 * push
        logits[j] -= 0.5 * push

policy = np.exp(log_softmax(logits))
target = reference * np.exp(hidden / beta)
print("loss at the end  :", f"{loss(np.log(policy)):.4f}")
print("policy by DPO    :", [round(float(p), 3) for p in policy])
print("optimum of RLHF  :", [round(float(p), 3) for p in target / target.sum()])
implicit = beta * np.log(policy / reference)
print("implicit rewards :", [round(float(r), 3) for r in implicit - implicit[0]])
