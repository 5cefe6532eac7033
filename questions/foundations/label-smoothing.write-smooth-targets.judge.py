"""Rows sum to 1; nothing is smoothed at 0, everything at 1."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def labels():
    for given, classes in (([0], 2), ([1, 0], 2), ([2], 3), ([0, 3, 1], 4)):
        for epsilon in (0.1, 0.5):
            yield np.array(given), classes, epsilon


@law("Every row sums to 1.", "每一行之和为 1。")
def rows_sum_to_one(smooth, labels, classes, epsilon):
    return smooth(labels, classes, epsilon).sum(axis=-1), np.ones(len(labels))


@law("At ε = 0 the targets are hard.", "ε = 0 时就是硬标签。")
def no_smoothing_is_one_hot(smooth, labels, classes, epsilon):
    return smooth(labels, classes, 0.0), np.eye(classes)[labels]


@law("At ε = 1 all classes are equal.", "ε = 1 时各类别相等。")
def full_smoothing_is_uniform(smooth, labels, classes, epsilon):
    return smooth(labels, classes, 1.0), np.full((len(labels), classes), 1.0 / classes)
