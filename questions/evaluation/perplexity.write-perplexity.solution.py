import math


def perplexity(log_probabilities):
    """Perplexity of a text from the natural log-probabilities of its tokens."""
    return math.exp(-sum(log_probabilities) / len(log_probabilities))
