"""ALiBi slopes and what they do to attention; T5 buckets for comparison."""

import math

import numpy as np


def slopes(heads):  # for a power of two
    return [2.0 ** (-8 * h / heads) for h in range(1, heads + 1)]


def softmax(scores):
    exps = np.exp(scores - scores.max())
    return exps / exps.sum()


print("slopes of 8 heads:", slopes(8))

distance = np.arange(7, -1, -1)  # query at position 7, keys at 0 ... 7
content = np.zeros(8)  # all keys match equally well
picture = [softmax(content - m * distance) for m in slopes(8)]  # (8, 8), one row a head
for head in (0, 3, 7):
    m, weights = slopes(8)[head], picture[head]
    print(f"slope {m:.5f}: weights {[round(float(w), 3) for w in weights]}")
    print(f"  weight halves every {math.log(2) / m:.1f} tokens")

content = np.array([6.0, 0, 0, 0, 0, 0, 0, 0])  # the farthest key matches best
best = int(softmax(content - 0.5 * distance).argmax())
print("a good match 7 tokens back still wins with slope 1/2:", best == 0)


def t5_bucket(distance, buckets=32, furthest=128):  # causal version: exact, then logarithmic
    exact = buckets // 2
    if distance < exact:
        return distance
    share = math.log(distance / exact) / math.log(furthest / exact)
    return min(exact + int(share * (buckets - exact)), buckets - 1)


print("T5 buckets:", {n: t5_bucket(n) for n in (1, 15, 16, 40, 41, 127, 5000)})
