import math


def perplexity(log_probabilities):
    return math.exp(-sum(log_probabilities))
