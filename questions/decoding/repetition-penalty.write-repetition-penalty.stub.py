import numpy as np


def penalize(logits, seen, penalty):
    """Make the tokens of the list seen less likely; logits (vocabulary,) -> (vocabulary,), penalty >= 1."""
    raise NotImplementedError  # TODO
