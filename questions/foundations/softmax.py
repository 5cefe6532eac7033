"""Softmax turns logits into probabilities; subtracting the maximum keeps exp finite."""

import numpy as np


def naive_softmax(z):
    e = np.exp(z)
    return e / e.sum()


def log_softmax(z):
    shifted = z - z.max()  # the largest exponent is 0, so exp never overflows
    return shifted - np.log(np.exp(shifted).sum())


def softmax(z):
    return np.exp(log_softmax(z))


def show(p):
    return [round(float(value), 4) for value in p]


z = np.array([2.0, 1.0, 0.0])  # (3,) logits
p = softmax(z)  # (3,) probabilities
print("softmax of 2, 1, 0 :", show(p))
print("100 added to each  :", show(softmax(z + 100)))
print("each one doubled   :", show(softmax(2 * z)))
print("p[0] / p[1]        :", round(float(p[0] / p[1]), 4), "= exp(2 - 1)")

large = np.array([1002.0, 1001.0, 1000.0])  # (3,) the same gaps, far from zero
with np.errstate(all="ignore"):
    print("naive, 1002 ...    :", show(naive_softmax(large)))
    print("stable, 1002 ...   :", show(softmax(large)))
    apart = np.array([0.0, -800.0])  # (2,)
    print("log of softmax     :", float(np.log(softmax(apart))[1]))
    print("log-softmax        :", float(log_softmax(apart)[1]))
