import numpy as np


def top_p(probabilities, p):
    """Keep the fewest likely tokens that hold at least p, renormalized; (vocabulary,) -> (vocabulary,)."""
    raise NotImplementedError  # TODO
