import numpy as np


def dpo_loss(chosen, rejected, reference_chosen, reference_rejected, beta):
    margin = (chosen - reference_chosen) - (rejected - reference_rejected)
    return beta * np.logaddexp(0.0, -margin).mean()
