"""Online Elo depends on the order of the votes; a Bradley-Terry fit over all votes does not."""

import math

votes = [("A", "B"), ("A", "B"), ("B", "C"), ("A", "C"), ("B", "A"), ("C", "B")]  # (winner, loser)


def expected(r_a, r_b):
    return 1 / (1 + 10 ** ((r_b - r_a) / 400))


def elo(votes, k=32):
    rating = {"A": 1000.0, "B": 1000.0, "C": 1000.0}
    for winner, loser in votes:
        gain = k * (1 - expected(rating[winner], rating[loser]))
        rating[winner] += gain
        rating[loser] -= gain
    return {name: round(r, 1) for name, r in rating.items()}


def bradley_terry(votes, steps=2000, rate=0.1):
    beta = {"A": 0.0, "B": 0.0, "C": 0.0}
    for _ in range(steps):  # gradient ascent on the log-likelihood, all votes at once
        grad = dict.fromkeys(beta, 0.0)
        for winner, loser in votes:
            miss = 1 - 1 / (1 + math.exp(beta[loser] - beta[winner]))
            grad[winner] += miss
            grad[loser] -= miss
        beta = {name: b + rate * grad[name] for name, b in beta.items()}
    return {name: round(1000 + b * 400 / math.log(10), 1) for name, b in beta.items()}


print("lead of 100 points wins with probability", round(expected(1100, 1000), 4))
print("Elo, votes in order: ", elo(votes))
print("Elo, votes reversed: ", elo(votes[::-1]))
print("Bradley-Terry:       ", bradley_terry(votes))
print("Bradley-Terry, rev.: ", bradley_terry(votes[::-1]))
