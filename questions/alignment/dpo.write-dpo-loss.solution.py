import numpy as np


def dpo_loss(chosen, rejected, reference_chosen, reference_rejected, beta):
    """Mean DPO loss of n pairs; the first four are (n,): log-probabilities of whole answers."""
    margin = beta * ((chosen - reference_chosen) - (rejected - reference_rejected))  # (n,)
    return np.logaddexp(0.0, -margin).mean()
