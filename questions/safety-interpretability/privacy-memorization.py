"""Exposure of a planted secret (canary): how far a tiny language model prefers it to all rivals."""

from collections import Counter
from itertools import product
from math import log2


def train(lines):
    """Character bigram counts: the whole 'language model'."""
    pairs, first = Counter(), Counter()
    for line in lines:
        for a, b in zip(line, line[1:], strict=False):
            pairs[a, b] += 1
            first[a] += 1
    return pairs, first


def log_likelihood(line, pairs, first):
    """Sum of log p(next | current), add-one smoothing over 40 characters."""
    return sum(log2((pairs[a, b] + 1) / (first[a] + 40)) for a, b in zip(line, line[1:], strict=False))


background = [f"room {100 + 37 * i % 900}" for i in range(300)]  # harmless numbers
rivals = ["pin " + "".join(digits) for digits in product("0123456789", repeat=3)]  # 1000 candidates
secret = "pin 417"

print("copies  rank of 1000  exposure in bits")
for copies in (0, 1, 4, 16, 64):
    model = train(background + [secret] * copies)
    scores = {line: log_likelihood(line, *model) for line in rivals}
    rank = sum(score >= scores[secret] - 1e-9 for score in scores.values())
    print(f"{copies:6}  {rank:12}  {log2(len(rivals)) - log2(rank):16.2f}")
