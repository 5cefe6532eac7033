import numpy as np


def with_temperature(logits, temperature):
    """Probabilities (vocabulary,) of logits (vocabulary,) at a temperature above 0."""
    raise NotImplementedError  # TODO
