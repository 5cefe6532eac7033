"""Linear attention: parallel form = recurrence; how a sum forgets and the delta rule overwrites."""

import numpy as np


def phi(a):
    return np.where(a > 0, a + 1, np.exp(a))  # elu(a) + 1, always positive


def parallel(q, k, v):
    weights = np.tril(phi(q) @ phi(k).T)  # (n, n), causal, no softmax
    return weights @ v / weights.sum(axis=1, keepdims=True)


def recurrent(q, k, v):
    state, norm, out = np.zeros((k.shape[1], v.shape[1])), np.zeros(k.shape[1]), []
    for q_t, k_t, v_t in zip(phi(q), phi(k), v):
        state = state + np.outer(k_t, v_t)  # (d_k, d_v), the same size for ever
        norm = norm + k_t  # (d_k,)
        out.append(q_t @ state / (q_t @ norm))
    return np.array(out)


n, d = 64, 8
q, k, v = np.random.default_rng(0).normal(size=(3, n, d))
print("recurrence equals parallel form:", np.allclose(recurrent(q, k, v), parallel(q, k, v)))
print("tokens  KV cache  state (numbers)")
for tokens in (4, 64, 1024):
    print(f"{tokens:6}{2 * tokens * d:10}{d * d + d:7}")

keys = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])  # the first key is written twice
values = np.array([5.0, 7.0, 9.0])
added, delta = np.zeros(2), np.zeros(2)  # state (d_k,), as d_v = 1
for key, value in zip(keys, values):
    added = added + value * key
    delta = delta + (value - delta @ key) * key  # write only what is missing
print("read key 0, key 1 after 5, 7 and then 9 for key 0:")
print("  sum  ", added.tolist())
print("  delta", delta.tolist())
