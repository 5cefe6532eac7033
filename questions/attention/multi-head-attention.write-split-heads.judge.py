"""Each head holds neighbouring columns, and side by side the heads are x again."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def counted():
    for n, d, heads in ((1, 2, 2), (2, 2, 1), (2, 2, 2), (2, 4, 2), (3, 6, 2), (4, 6, 3)):
        yield np.arange(float(n * d)).reshape(n, d), heads


@law(
    "Every head holds one slice of each vector: position 0 of the heads, side by side, is vector 0.",
    "每个头取每个向量的一段：把各头的位置 0 并排，就是第 0 个向量。",
)
def heads_hold_slices(split_heads, x, heads):
    return split_heads(x, heads)[:, 0].reshape(-1), x[0]


@law("Head 0 depends on the first columns alone.", "第 0 个头只取决于最前面的几列。")
def first_head_is_the_first_columns(split_heads, x, heads):
    changed = x.copy()
    changed[:, x.shape[1] // heads :] = -1.0
    return split_heads(changed, heads)[0], split_heads(x, heads)[0]
