"""A sparse mixture-of-experts layer, and the total and active parameters of Mixtral 8x7B."""

import numpy as np

d, experts, top = 2, 4, 2
w_router = np.array([[2.0, 0.0, -2.0, 0.5], [0.0, 1.0, 2.0, -0.5]])  # (d, experts)
scale = np.array([1.0, 10.0, 100.0, 1000.0])  # expert e just multiplies by scale[e]


def moe(x):  # x: (d,), one token
    logits = x @ w_router  # (experts,)
    chosen = np.argsort(-logits)[:top]
    weights = np.exp(logits[chosen] - logits[chosen].max())
    weights /= weights.sum()  # softmax over the chosen ones only
    out = sum(weight * scale[e] * x for weight, e in zip(weights, chosen, strict=True))
    return chosen, weights, out


for x in (np.array([1.0, 0.0]), np.array([0.0, 1.0]), np.array([-1.0, 0.5])):
    chosen, weights, out = moe(x)
    pairs = [f"expert {e} x {w:.3f}" for e, w in zip(chosen.tolist(), weights, strict=True)]
    print(f"token {x.tolist()}: {' + '.join(pairs)} -> {[round(float(v), 1) for v in out]}")

L, d, f, E, k, V, kv = 32, 4096, 14336, 8, 2, 32000, 1024  # Mixtral 8x7B
expert = 3 * d * f  # SwiGLU
attention = 2 * d * d + 2 * d * kv
shared = L * (attention + d * E + 2 * d) + 2 * V * d + d  # with routers, norms, embeddings
print(f"one expert in one layer {expert:,}, everything shared {shared:,}")
print(f"total  {shared + L * E * expert:,}  (8 separate 7B models would be about 56 billion)")
print(f"active {shared + L * k * expert:,}  per token")
print(f"memory of the weights in bf16: {2 * (shared + L * E * expert) / 1e9:.1f} GB")
