"""Decoding with a KV cache gives the same outputs as recomputing, with far fewer projections."""

import numpy as np

rng = np.random.default_rng(0)
n, d = 8, 4
w_q, w_k, w_v = rng.normal(size=(3, d, d))
x = rng.normal(size=(n, d))  # the tokens' vectors, one more at each step


def attend(q, keys, values):
    exps = np.exp(keys @ q / np.sqrt(d))  # (t,): one query against t keys
    return exps @ values / exps.sum()  # (d,)


recomputed, cached, keys, values = [], [], [], []
projected_again = projected_once = 0
for t in range(n):
    prefix = x[: t + 1]  # without a cache: project the whole prefix again
    recomputed.append(attend(x[t] @ w_q, prefix @ w_k, prefix @ w_v))
    projected_again += t + 1

    keys.append(x[t] @ w_k)  # with a cache: only the new token
    values.append(x[t] @ w_v)
    cached.append(attend(x[t] @ w_q, np.array(keys), np.array(values)))
    projected_once += 1

print("same outputs:", bool(np.allclose(recomputed, cached)))
print("tokens projected to keys, recomputing:", projected_again, " with a cache:", projected_once)

layers, head_dim, two_bytes = 32, 128, 2
for kv_heads in (32, 8):
    per_token = 2 * layers * kv_heads * head_dim * two_bytes
    total = per_token * 8192 / 2**30
    print(f"{kv_heads} KV heads: {per_token // 2**10} KiB a token, {total:g} GiB for 8192")
