import numpy as np


def cross_entropy(logits, targets):
    """Mean loss in nats (a number) of logits (n, classes) and integer targets (n,)."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    log_probabilities = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return -log_probabilities[np.arange(len(targets)), targets].mean()
