"""MHA, GQA and MQA are one computation: query head i reads KV head i // (h / h_kv)."""

import numpy as np


def attention(q, k, v):
    """Causal attention: q (h, n, d), k and v (h_kv, n, d) -> (h, n, d)."""
    h, n, d = q.shape
    group = h // len(k)  # query heads per KV head
    visible = np.tril(np.ones((n, n), dtype=bool))
    out = np.empty_like(q)
    for i in range(h):
        scores = np.where(visible, q[i] @ k[i // group].T / np.sqrt(d), -np.inf)  # (n, n)
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        out[i] = weights / weights.sum(axis=1, keepdims=True) @ v[i // group]
    return out


rng = np.random.default_rng(0)
h, n, d = 8, 5, 4
q, k, v = rng.normal(size=(3, h, n, d))  # 8 heads each, as in MHA
print("KV heads  numbers cached per token  output shape")
for h_kv in (8, 4, 2, 1):
    # mean-pool the KV heads of each group, the start of converting an MHA model
    pooled_k, pooled_v = (a.reshape(h_kv, h // h_kv, n, d).mean(axis=1) for a in (k, v))
    out = attention(q, pooled_k, pooled_v)  # (h, n, d) whatever h_kv is
    print(f"{h_kv:8}{2 * h_kv * d:26}  {out.shape}")

k2, v2 = k[[0, 4]], v[[0, 4]]  # h_kv = 2
copied_k, copied_v = (np.repeat(a, 4, axis=0) for a in (k2, v2))  # (8, n, d)
same = np.allclose(attention(q, k2, v2), attention(q, copied_k, copied_v))
print("GQA = MHA whose KV heads are equal within a group:", same)
print("and the query heads of a group still differ:", not np.allclose(*attention(q, k2, v2)[:2]))
