"""Agreement is kept, and splitting a micro-batch changes nothing."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def drawn():
    rng = np.random.default_rng(10)
    for sizes, d in (([2], 1), ([1, 3], 1), ([2, 2], 2), ([4, 1, 1], 2), ([3, 5, 2], 3)):
        yield [rng.normal(size=d) for _ in sizes], sizes


@law("Micro-batches that agree give what they agree on.", "各微批次梯度相同时，结果就是这个梯度。")
def agreement_is_kept(accumulate, gradients, sizes):
    return accumulate([gradients[0] for _ in sizes], sizes), gradients[0]


@law(
    "An example counts the same wherever it stands: halving a micro-batch changes nothing.",
    "样本放在哪个微批次都一样重要：把微批次一分为二，结果不变。",
)
def splitting_changes_nothing(accumulate, gradients, sizes):
    split = [gradients[0], *gradients], [sizes[0], sizes[0], *(2 * size for size in sizes[1:])]
    return accumulate(*split), accumulate(gradients, sizes)
