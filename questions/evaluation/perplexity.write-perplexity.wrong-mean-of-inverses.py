import math


def perplexity(log_probabilities):
    return sum(math.exp(-one) for one in log_probabilities) / len(log_probabilities)
