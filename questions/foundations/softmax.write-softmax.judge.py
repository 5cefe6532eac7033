"""Rows sum to 1, a shift of a row changes nothing, large logits stay finite."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def small():
    yield (np.array([[0.0, 1.0]]),)
    yield (np.array([[0.0], [1.0]]),)
    yield (np.array([[0.0, 1.0], [2.0, 1.0]]),)
    yield (np.array([[2.0, 1.0, 0.0], [-1.0, 0.0, 3.0]]),)


@cases
def drawn():
    rng = np.random.default_rng(1)
    for rows, classes in ((1, 3), (2, 3), (3, 5)):
        yield (rng.normal(scale=2.0, size=(rows, classes)),)


@cases
def large():
    yield (np.array([[1000.0, 999.0]]),)
    yield (np.array([[-1000.0, -1001.0]]),)


@law("Every row sums to 1.", "每一行之和为 1。")
def rows_sum_to_one(softmax, logits):
    return softmax(logits).sum(axis=-1), np.ones(len(logits))


@law("Adding 5 to a row changes nothing.", "给一行都加上 5，结果不变。")
def a_shift_changes_nothing(softmax, logits):
    return softmax(logits + 5.0), softmax(logits)


@law("A gap of 1 between two logits is a factor of e.", "两个 logits 相差 1，概率之比就是 e。")
def a_gap_is_a_factor(softmax, logits):
    raised = logits.copy()
    raised[:, 0] = raised[:, -1] + 1.0
    probabilities = softmax(raised)
    if logits.shape[1] == 1:
        return None
    return probabilities[:, 0], np.e * probabilities[:, -1]
