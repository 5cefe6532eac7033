import numpy as np


def smooth(labels, classes, epsilon):
    return np.eye(classes)[labels] + epsilon / classes
