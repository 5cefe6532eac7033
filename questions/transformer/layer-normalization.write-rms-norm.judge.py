"""The mean square is 1, scale does not matter, signs stay."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def drawn():
    yield np.array([[2.0]]), np.ones(1)
    yield np.array([[3.0, 4.0]]), np.ones(2)
    rng = np.random.default_rng(9)
    for n, d in ((1, 3), (2, 2), (3, 4)):
        yield rng.normal(loc=1.0, size=(n, d)), rng.normal(size=d)


@law("With gain 1 the mean square of a row is 1.", "增益为 1 时，每一行的均方为 1。", 1e-4)
def mean_square_is_one(rms_norm, x, gain):
    return (rms_norm(x, np.ones_like(gain)) ** 2).mean(axis=-1), np.ones(len(x))


@law("Doubling a row changes nothing.", "把一行加倍，结果不变。", 1e-4)
def scale_does_not_matter(rms_norm, x, gain):
    return rms_norm(2.0 * x, gain), rms_norm(x, gain)


@law("Signs stay: nothing is subtracted.", "符号不变：没有减去任何东西。")
def signs_stay(rms_norm, x, gain):
    return np.sign(rms_norm(x, np.ones_like(gain))), np.sign(x)
