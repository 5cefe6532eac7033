from collections import Counter


def clipped_precision(candidate, references, n):
    """Share of the candidate's n-grams that the references confirm, each clipped; 0.0 if it has none."""
    raise NotImplementedError  # TODO
