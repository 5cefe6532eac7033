import math


def pass_at_k(samples, correct, k):
    """Unbiased estimate of the chance that at least one of k samples is right."""
    raise NotImplementedError  # TODO
