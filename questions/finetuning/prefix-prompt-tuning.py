"""A frozen attention layer learns a new output for its query by training prefix keys and values."""

import numpy as np

D, N, P = 6, 4, 2  # width of a head, text tokens, prefix vectors


def waves(rows, speed):
    return np.sin(speed * np.arange(1, rows * D + 1) ** 2).reshape(rows, D)


q, k, v = waves(1, 0.9), waves(N, 0.7), waves(N, 0.4)  # frozen: (1, D), (N, D), (N, D)
wanted = np.array([1.5, -1.0, 0.5, 0.0, 2.0, -0.5])  # an output the text values cannot give


def attend(prefix_k, prefix_v):
    keys, values = np.vstack([prefix_k, k]), np.vstack([prefix_v, v])  # (P + N, D)
    e = np.exp(q @ keys.T / np.sqrt(D))
    weights = e / e.sum()
    return weights @ values, weights[0], values  # (1, D), (P + N,), (P + N, D)


pk, pv = waves(P, 0.3), waves(P, 0.6) * 0.1
plain, _, _ = attend(np.zeros((0, D)), np.zeros((0, D)))
for step in range(3001):
    out, weights, values = attend(pk, pv)
    error = 2 * (out - wanted)[0]  # (D,)
    if step in (0, 100, 3000):
        loss, mass = float((error**2).sum() / 4), float(weights[:P].sum())
        print(f"step {step:4}: loss {loss:.3f}, attention paid to the prefix {mass:.2f}")
    grad_scores = weights * ((values - out) @ error)  # (P + N,) through the softmax
    pk = pk - 0.05 * grad_scores[:P, None] * q / np.sqrt(D)
    pv = pv - 0.05 * weights[:P, None] * error

without = float(((plain - wanted) ** 2).sum())
print(f"without prefix: loss {without:.3f}; trained {pk.size + pv.size} numbers, q, k, v untouched")
