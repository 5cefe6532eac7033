"""Rows are centred, a shift changes nothing, rows are independent."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def drawn():
    yield np.array([[1.0, -1.0]]), np.ones(2), np.zeros(2)
    yield np.array([[0.01, -0.01]]), np.ones(2), np.zeros(2)
    rng = np.random.default_rng(8)
    for n, d in ((1, 3), (2, 2), (2, 3), (3, 4)):
        yield rng.normal(size=(n, d)), rng.normal(size=d), rng.normal(size=d)


@law("With gain 1 and bias 0 every row has mean 0.", "增益为 1、偏置为 0 时，每一行的均值为 0。")
def rows_are_centred(layer_norm, x, gain, bias):
    return layer_norm(x, np.ones_like(gain), np.zeros_like(bias)).mean(axis=-1), np.zeros(len(x))


@law("Adding 4 to a row changes nothing.", "给一行都加上 4，结果不变。")
def a_shift_changes_nothing(layer_norm, x, gain, bias):
    return layer_norm(x + 4.0, gain, bias), layer_norm(x, gain, bias)


@law("Each row is normalized by itself, whatever the others hold.", "每一行各自归一化，与其他行无关。")
def rows_are_independent(layer_norm, x, gain, bias):
    return layer_norm(x[:1], gain, bias), layer_norm(x, gain, bias)[:1]
