"""A green-list watermark: written by biased sampling, found by counting, weakened by edits."""

import hashlib
import random
from math import exp, sqrt

GAMMA, DELTA, VOCAB = 0.5, 2.0, 50  # green share, boost of green logits, vocabulary size


def is_green(previous, token, key="secret"):
    """The key and the previous token decide, pseudo-randomly, whether a token is green."""
    return hashlib.sha256(f"{key}/{previous}/{token}".encode()).digest()[0] < 256 * GAMMA


def write(delta, peak=0.0):
    """200 tokens; all logits 0 but one that is `peak`; green ones are raised by delta."""
    rng, tokens = random.Random(0), [0]
    while len(tokens) <= 200:
        last = tokens[-1]
        logits = [delta * is_green(last, t) for t in range(VOCAB)]
        logits[(last + 1) % VOCAB] += peak
        tokens += rng.choices(range(VOCAB), [exp(logit) for logit in logits])
    return tokens


def z_score(tokens, key="secret"):
    """How many standard deviations the green count lies above chance."""
    n = len(tokens) - 1
    green = sum(is_green(a, b, key) for a, b in zip(tokens, tokens[1:], strict=False))
    return (green - GAMMA * n) / sqrt(n * GAMMA * (1 - GAMMA))


text = write(DELTA)
edits = {k: [(t + 7) % VOCAB if i % k == 0 else t for i, t in enumerate(text)] for k in (5, 2)}
print(f"no watermark            {z_score(write(0.0)):5.1f}")
print(f"watermark               {z_score(text):5.1f}")
print(f"other key               {z_score(text, key='other'):5.1f}")
print(f"every 5th token new     {z_score(edits[5]):5.1f}")
print(f"every 2nd token new     {z_score(edits[2]):5.1f}")
print(f"next token predictable  {z_score(write(DELTA, peak=10.0)):5.1f}")
