import math


def perplexity(log_probabilities):
    """Perplexity of a text from the natural log-probabilities of its tokens."""
    raise NotImplementedError  # TODO
