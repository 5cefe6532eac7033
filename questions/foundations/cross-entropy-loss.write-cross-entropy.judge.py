"""Equal logits cost log K, shifts and repetition change nothing, large logits stay finite."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def batches():
    yield np.array([[0.0, 0.0]]), np.array([0])
    yield np.array([[1.0, 0.0]]), np.array([0])
    yield np.array([[1.0, 0.0], [0.0, 3.0]]), np.array([0, 0])
    yield np.array([[2000.0, 0.0]]), np.array([1])
    yield np.array([[0.0, 1000.0]]), np.array([1])
    rng = np.random.default_rng(7)
    for n, classes in ((1, 3), (2, 3), (3, 4)):
        yield rng.normal(scale=2.0, size=(n, classes)), rng.integers(classes, size=n)


@law("Equal logits cost log K, whatever the targets.", "各 logits 相等时，无论目标是什么，损失都是 log K。")
def uniform_costs_log_k(cross_entropy, logits, targets):
    return cross_entropy(np.zeros_like(logits), targets), np.log(logits.shape[1])


@law("Adding 3 to all logits changes nothing.", "所有 logits 都加 3，结果不变。")
def a_shift_changes_nothing(cross_entropy, logits, targets):
    return cross_entropy(logits + 3.0, targets), cross_entropy(logits, targets)


@law("The batch twice over has the same mean loss.", "把批次重复一遍，平均损失不变。")
def repetition_changes_nothing(cross_entropy, logits, targets):
    return cross_entropy(np.tile(logits, (2, 1)), np.tile(targets, 2)), cross_entropy(logits, targets)
