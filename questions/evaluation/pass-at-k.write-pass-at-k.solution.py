import math


def pass_at_k(samples, correct, k):
    """Unbiased estimate of the chance that at least one of k samples is right."""
    if samples - correct < k:
        return 1.0
    return 1.0 - math.comb(samples - correct, k) / math.comb(samples, k)
