"""Entropy, cross-entropy and the two directions of KL, with a model too simple for its data."""

import math


def entropy(p):
    return -sum(a * math.log2(a) for a in p if a > 0)


def cross_entropy(p, q):
    return -sum(a * math.log2(b) for a, b in zip(p, q) if a > 0)


def kl(p, q):
    return cross_entropy(p, q) - entropy(p)


p, q = [0.5, 0.25, 0.25], [1 / 3, 1 / 3, 1 / 3]
print(f"H(p) = {entropy(p):.3f} bits, H(p, q) = {cross_entropy(p, q):.3f}, difference {kl(p, q):.3f}")
p, q = [0.5, 0.5], [0.9, 0.1]
print(f"KL(p||q) = {kl(p, q):.3f} bits, KL(q||p) = {kl(q, p):.3f} bits")

# Data on 0..20 with peaks at 6 and 14; the model is one bump with a centre and a width.
heights = {5: 1.0, 6: 3.0, 7: 1.0, 13: 1.0, 14: 3.0, 15: 1.0}
data = [heights.get(x, 0.01) / 10.15 for x in range(21)]  # sums to 1


def bump(centre, width):
    heights = [math.exp(-((x - centre) ** 2) / (2 * width**2)) for x in range(21)]
    return [h / sum(heights) for h in heights]


models = [(c / 2, w / 4) for c in range(41) for w in range(3, 41)]
forward = min(models, key=lambda m: kl(data, bump(*m)))
reverse = min(models, key=lambda m: kl(bump(*m), data))
print(f"min KL(data||model): centre {forward[0]}, width {forward[1]}  (covers both peaks)")
print(f"min KL(model||data): centre {reverse[0]}, width {reverse[1]}  (sits on one peak)")
