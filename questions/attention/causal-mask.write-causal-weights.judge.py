"""Rows sum to 1, nothing falls on later positions, and the future does not leak."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def small():
    yield (np.array([[0.5]]),)
    yield (np.array([[0.0, 1.0], [1.0, 0.0]]),)
    yield (np.array([[2.0, 3.0], [-1.0, -2.0]]),)


@cases
def drawn():
    rng = np.random.default_rng(3)
    for n in (3, 4, 5):
        yield (rng.normal(scale=2.0, size=(n, n)),)


@law("The first position sees itself alone: weight 1.", "第一个位置只能看到自己：权重为 1。")
def first_sees_itself(causal_weights, scores):
    return causal_weights(scores)[0, 0], 1.0


@law("No weight falls on a later position.", "后面的位置权重为 0。")
def nothing_ahead(causal_weights, scores):
    return np.triu(causal_weights(scores), k=1), np.zeros_like(scores)


@law("Every row sums to 1.", "每一行之和为 1。")
def rows_sum_to_one(causal_weights, scores):
    return causal_weights(scores).sum(axis=-1), np.ones(len(scores))


@law("Scores of later positions have no influence.", "后面位置的打分不起任何作用。")
def the_future_does_not_leak(causal_weights, scores):
    return causal_weights(scores + np.triu(np.full_like(scores, 7.0), k=1)), causal_weights(scores)
