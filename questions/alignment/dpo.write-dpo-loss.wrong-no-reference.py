import numpy as np


def dpo_loss(chosen, rejected, reference_chosen, reference_rejected, beta):
    margin = beta * (chosen - rejected)
    return np.logaddexp(0.0, -margin).mean()
