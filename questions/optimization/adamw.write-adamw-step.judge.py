"""The first step has the rate, decay shrinks weights, and stays out of the moments."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def drawn():
    rng = np.random.default_rng(11)
    for d, step, rate, decay in ((1, 1, 0.1, 0.0), (1, 1, 0.1, 0.5), (2, 1, 0.01, 0.1), (2, 3, 0.1, 0.2)):
        weight, gradient = rng.normal(size=d), rng.normal(size=d)
        m, v = (np.zeros(d), np.zeros(d)) if step == 1 else (rng.normal(size=d), rng.uniform(size=d))
        yield weight, gradient, m, v, step, rate, decay


@law(
    "Without decay the first step has the length of the rate, whatever the gradient.",
    "没有权重衰减时，无论梯度多大，第一步的步长都等于学习率。",
    1e-4,
)
def first_step_has_the_rate(adamw_step, weight, gradient, m, v, step, rate, decay):
    zero = np.zeros_like(weight)
    moved = adamw_step(weight, gradient, zero, zero, 1, rate, 0.0)[0] - weight
    return moved, -rate * np.sign(gradient)


@law(
    "Without a gradient a weight shrinks by the factor 1 − rate · decay.",
    "没有梯度时，权重按 1 − rate · decay 的比例缩小。",
)
def decay_shrinks(adamw_step, weight, gradient, m, v, step, rate, decay):
    zero = np.zeros_like(weight)
    return adamw_step(weight, zero, zero, zero, 1, rate, decay)[0], weight * (1 - rate * decay)


@law("Decay leaves the moments alone.", "权重衰减不影响两个矩。")
def decay_is_decoupled(adamw_step, weight, gradient, m, v, step, rate, decay):
    with_decay = adamw_step(weight, gradient, m, v, step, rate, decay)
    without = adamw_step(weight, gradient, m, v, step, rate, 0.0)
    return list(with_decay[1:]), list(without[1:])
