"""Voting over n sampled answers finds the most probable answer, which need not be the right one."""

from math import comb


def outcomes(probabilities, n):
    """All ways in which n samples can fall on the answers: (counts, probability)."""
    if len(probabilities) == 1:
        yield (n,), 1.0
        return
    p, rest = probabilities[0], 1 - probabilities[0]
    others = [q / rest for q in probabilities[1:]]
    for k in range(n + 1):
        for counts, share in outcomes(others, n - k):
            yield (k, *counts), comb(n, k) * p**k * rest ** (n - k) * share


def vote_is_right(probabilities, n):
    """The first answer is the right one; a tie is broken by lot."""
    right = 0.0
    for counts, probability in outcomes(probabilities, n):
        if counts[0] == max(counts):
            right += probability / counts.count(counts[0])
    return right


problems = {
    "errors scattered ": (0.40, 0.20, 0.20, 0.20),
    "errors agree     ": (0.40, 0.60),
    "close second     ": (0.45, 0.40, 0.15),
    "wrong one leads  ": (0.35, 0.45, 0.20),
}
sizes = (1, 5, 11, 41)
print("samples           " + "".join(f"{n:6}" for n in sizes))
for name, answers in problems.items():
    print(name, "".join(f"{vote_is_right(answers, n):6.2f}" for n in sizes), " right", answers[0])
