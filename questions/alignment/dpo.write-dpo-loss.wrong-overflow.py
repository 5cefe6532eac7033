import numpy as np


def dpo_loss(chosen, rejected, reference_chosen, reference_rejected, beta):
    margin = beta * ((chosen - reference_chosen) - (rejected - reference_rejected))
    return -np.log(1.0 / (1.0 + np.exp(-margin))).mean()
