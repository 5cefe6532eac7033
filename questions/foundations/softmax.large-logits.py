"""A softmax that subtracts the maximum first."""

import math


def softmax(logits):
    top = max(logits)
    e = [math.exp(z - top) for z in logits]
    return [value / sum(e) for value in e]


print(softmax([2000, 2000, -2000]))
