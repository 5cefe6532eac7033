"""KL divergence in bits, in both directions."""

import math


def kl(p, q):
    total = 0.0
    for a, b in zip(p, q):
        if a > 0:
            total += a * math.log2(a / b) if b > 0 else math.inf
    return total


p = [0.5, 0.5, 0.0]
q = [0.25, 0.25, 0.5]
print(kl(p, q), kl(q, p))
