"""Policy gradient on a reward that a program gives: a strict verifier, and one with a loophole."""

import numpy as np

tasks = [(a, b) for a in (3, 7, 12) for b in (4, 8, 11)]  # a times b


def calculate(a, b):
    return f"That is \\boxed{{{a * b - 10 * (a * b > 60)}}}"  # loses a ten in large products


def guess(a, b):
    return "I think it is \\boxed{56}"


def flood(a, b):
    return " ".join(str(n) for n in range(150))  # every number that could be right


def strict(text, truth):
    return float(text.endswith(f"\\boxed{{{truth}}}"))


def loose(text, truth):
    return float(str(truth) in text.split() or strict(text, truth))


ways = (calculate, guess, flood)
for verifier in (strict, loose):
    rewards = np.array([np.mean([verifier(way(a, b), a * b) for a, b in tasks]) for way in ways])
    logits = np.zeros(3)  # the policy chooses a way of answering
    for step in range(201):
        policy = np.exp(logits) / np.exp(logits).sum()
        mean = float(policy @ rewards)
        if step in (0, 20, 200):
            shares = "  ".join(f"{way.__name__} {p:.2f}" for way, p in zip(ways, policy.tolist()))
            print(f"{verifier.__name__:6} step {step:3}: reward {mean:.2f}  {shares}")
        logits += policy * (rewards - mean)  # gradient of the expected reward
    truly = [np.mean([strict(way(a, b), a * b) for a, b in tasks]) for way in ways]
    print(f"{'':7}right at the end: {float(policy @ truly):.2f}")
