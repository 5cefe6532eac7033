import numpy as np


def smooth(labels, classes, epsilon):
    one_hot = np.eye(classes)[labels]
    return (1.0 - epsilon) * one_hot + epsilon / (classes - 1) * (1.0 - one_hot)
