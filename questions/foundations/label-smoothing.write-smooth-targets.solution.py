import numpy as np


def smooth(labels, classes, epsilon):
    """Smoothed targets (n, classes) of integer labels (n,)."""
    one_hot = np.eye(classes)[labels]
    return (1.0 - epsilon) * one_hot + epsilon / classes
