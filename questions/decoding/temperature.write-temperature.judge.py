"""Sums to 1, a gap of 1 is a factor of exp(1/T), and heat flattens."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def logits():
    for values in ([0.5], [1.0, 0.0], [0.0, 2.0, 1.0], [-1.0, 0.5, 3.0, 0.0]):
        for temperature in (0.5, 1.0, 2.0):
            yield np.array(values), temperature


@law("The probabilities sum to 1.", "概率之和为 1。")
def sums_to_one(with_temperature, logits, temperature):
    return with_temperature(logits, temperature).sum(), 1.0


@law("A gap of 1 between two logits is a factor of exp(1/T).", "两个 logits 相差 1，概率之比就是 exp(1/T)。")
def a_gap_is_a_factor(with_temperature, logits, temperature):
    probabilities = with_temperature(np.array([1.0, 0.0]), temperature)
    return probabilities[0] / probabilities[1], np.exp(1.0 / temperature)


@law("A higher temperature never makes the likeliest token likelier.", "提高温度不会让最可能的词元更可能。")
def heat_flattens(with_temperature, logits, temperature):
    hotter = with_temperature(logits, 2.0 * temperature).max()
    return bool(hotter <= with_temperature(logits, temperature).max() + 1e-9), True
