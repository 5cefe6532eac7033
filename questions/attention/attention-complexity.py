"""Count the multiply-adds of self-attention and of a recurrent layer as the text grows."""

import numpy as np

count = 0


def matmul(a, b):
    global count
    count += a.shape[0] * a.shape[1] * b.shape[1]
    return a @ b


def projections(x, w):
    return [matmul(x, w) for _ in range(4)]  # W_Q, W_K, W_V and W_O, each (n, d)


def pairs(q, k, v):
    exps = np.exp(matmul(q, k.T))  # (n, n)
    return matmul(exps / exps.sum(axis=1, keepdims=True), v)  # (n, d)


def recurrent(x, w):
    h = np.zeros((1, x.shape[1]))
    for row in x:  # n steps, each of which waits for the one before
        h = np.tanh(matmul(row[None], w) + matmul(h, w))


d = 32
w = np.eye(d) / d
print("   n  projections  QK^T and sums  recurrent layer  QK^T part : recurrent")
for n in (8, 16, 32, 64, 128):
    x = np.ones((n, d))
    costs = []
    for layer, args in ((projections, (x, w)), (pairs, (x, x, x)), (recurrent, (x, w))):
        count = 0
        layer(*args)
        costs.append(count)
    print(f"{n:4}{costs[0]:13}{costs[1]:15}{costs[2]:17}{costs[1] / costs[2]:23}")
