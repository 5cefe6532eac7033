"""Seen tokens sink, others stay, 1 is neutral, counts do not matter."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def histories():
    for values, seen in (
        ([1.0], [0]),
        ([-1.0], [0]),
        ([1.0, 2.0], [1]),
        ([1.0, -2.0], [1]),
        ([3.0, -1.0], [0, 0]),
        ([1.0, 2.0, -3.0], []),
        ([1.0, -2.0, 0.5, 4.0], [3, 1, 3, 3]),
    ):
        for penalty in (1.5, 2.0):
            yield np.array(values), seen, penalty


@law("A seen token never gets likelier.", "出现过的词元绝不会变得更可能。")
def seen_tokens_sink(penalize, logits, seen, penalty):
    penalized = penalize(logits, seen, penalty)
    return [bool(penalized[token] <= logits[token]) for token in seen], [True] * len(seen)


@law("Other tokens stay as they are.", "其他词元保持不变。")
def others_stay(penalize, logits, seen, penalty):
    others = [token for token in range(len(logits)) if token not in seen]
    return penalize(logits, seen, penalty)[others], logits[others]


@law("A penalty of 1 changes nothing.", "惩罚系数为 1 时，什么都不变。")
def one_is_neutral(penalize, logits, seen, penalty):
    return penalize(logits, seen, 1.0), logits


@law("How often a token was seen does not matter.", "出现多少次都一样。")
def counts_do_not_matter(penalize, logits, seen, penalty):
    return penalize(logits, seen * 2, penalty), penalize(logits, seen, penalty)
