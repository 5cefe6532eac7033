"""Label smoothing: the targets, the gradient, and where the logits come to rest."""

import numpy as np

K, EPS, TRUE = 10, 0.1, 3


def targets(eps):
    return (1 - eps) * np.eye(K)[TRUE] + eps / K  # (K,)


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def loss(z, q):
    return float(np.log(np.exp(z).sum()) - q @ z)


q = targets(EPS)
print("true class", round(float(q[TRUE]), 3), " others", round(float(q[0]), 3), end="")
print("  sum", round(float(q.sum()), 3), " eps = 0 gives one-hot:", bool(targets(0).max() == 1))
swapped = np.full(K, (1 - EPS) / K)
swapped[TRUE] = EPS
print("roles of eps and 1 - eps swapped: sum", round(float(swapped.sum()), 2), "(no distribution)")

z = np.linspace(-1, 2, K)
numeric = [(loss(z + 1e-5 * e, q) - loss(z - 1e-5 * e, q)) / 2e-5 for e in np.eye(K)]
print("gradient is p - q:", np.allclose(numeric, softmax(z) - q, atol=1e-8))

for eps in (0.0, EPS):
    z, gaps = np.zeros(K), []
    for step in range(1, 10_001):
        z -= softmax(z) - targets(eps)
        if step in (100, 1_000, 10_000):
            gaps.append(round(float(z[TRUE] - z[0]), 2))
    print(f"eps {eps}: gap after 100, 1000, 10000 steps {gaps}, loss {loss(z, targets(eps)):.2f}")
print("ln(1 + K (1 - eps) / eps) =", round(float(np.log(1 + K * (1 - EPS) / EPS)), 2))
