"""Multi-head attention: heads by reshape and heads in a loop are the same computation."""

import numpy as np


def softmax(scores):
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def multi_head(x, w_q, w_k, w_v, w_o, h):
    n, d = x.shape
    q, k, v = ((x @ w).reshape(n, h, d // h).transpose(1, 0, 2) for w in (w_q, w_k, w_v))
    weights = softmax(q @ k.transpose(0, 2, 1) / np.sqrt(d // h))  # q: (h, n, d/h) -> (h, n, n)
    heads = weights @ v  # (h, n, d/h)
    return heads.transpose(1, 0, 2).reshape(n, d) @ w_o, weights  # (n, d), (h, n, n)


rng = np.random.default_rng(0)
n, d = 5, 16
x = rng.normal(size=(n, d))
w_q, w_k, w_v, w_o = (rng.normal(size=(d, d)) for _ in range(4))
for h in (1, 4, 8):
    out, weights = multi_head(x, w_q, w_k, w_v, w_o, h)
    size = sum(w.size for w in (w_q, w_k, w_v, w_o))
    print(f"h = {h}: weights {weights.shape}, output {out.shape}, parameters {size}")

h = 4
out, weights = multi_head(x, w_q, w_k, w_v, w_o, h)
heads, shares = [], []
for i in range(h):
    part = slice(i * d // h, (i + 1) * d // h)  # the columns that belong to head i
    q, k, v = x @ w_q[:, part], x @ w_k[:, part], x @ w_v[:, part]  # (n, d/h), from all of x
    heads.append(softmax(q @ k.T / np.sqrt(d // h)) @ v)  # (n, d/h)
    shares.append(heads[i] @ w_o[part])  # (n, d)
print("loop equals reshape:", np.allclose(np.concatenate(heads, axis=1) @ w_o, out))
print("output is the sum of what each head adds:", np.allclose(sum(shares), out))
print("heads weigh the tokens differently:", not np.allclose(weights[0], weights[1]))
