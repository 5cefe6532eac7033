"""With B = 0 it is the frozen layer, merging changes nothing, alpha scales the update."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def drawn():
    rng = np.random.default_rng(6)
    for n, d_in, d_out, r, alpha in ((1, 2, 1, 2, 4.0), (1, 2, 3, 2, 2.0), (2, 3, 2, 2, 1.0), (2, 4, 3, 3, 16.0)):
        x, weight = rng.normal(size=(n, d_in)), rng.normal(size=(d_out, d_in))
        yield x, weight, rng.normal(size=(r, d_in)), rng.normal(size=(d_out, r)), alpha


@law("With B = 0, as at the start of training, it is the frozen layer.", "B = 0（训练刚开始）时，就是冻结的原始层。")
def starts_as_the_frozen_layer(lora_forward, x, weight, down, up, alpha):
    return lora_forward(x, weight, down, np.zeros_like(up), alpha), x @ weight.T


@law("Merged into one matrix, W + α/r · B A, it gives the same.", "合并成一个矩阵 W + α/r · B A，结果相同。")
def merging_changes_nothing(lora_forward, x, weight, down, up, alpha):
    merged = weight + alpha / len(down) * up @ down
    return lora_forward(x, weight, down, up, alpha), x @ merged.T


@law("Twice the alpha is twice the update.", "alpha 加倍，更新量也加倍。")
def alpha_scales_the_update(lora_forward, x, weight, down, up, alpha):
    once = lora_forward(x, weight, down, up, alpha) - x @ weight.T
    return lora_forward(x, weight, down, up, 2 * alpha) - x @ weight.T, 2 * once
