"""LayerNorm and RMSNorm on one token vector: what they keep, what they drop, what they ignore."""

import numpy as np


def layer_norm(x, eps=1e-6):  # x: (..., d), gain 1 and bias 0
    centred = x - x.mean(axis=-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + eps)


def rms_norm(x, eps=1e-6):
    return x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + eps)


x = np.array([1.0, 2.0, 3.0, 4.0])  # one token, d = 4
for name, norm in (("LayerNorm", layer_norm), ("RMSNorm  ", rms_norm)):
    y = norm(x)
    print(name, [round(float(v), 3) for v in y], "mean", round(float(y.mean()), 3))
    print("  root mean square of the result:", round(float(np.sqrt((y**2).mean())), 3))
    print("  same for 10·x:", bool(np.allclose(norm(10 * x), y, atol=1e-5)), end="")
    print("  same for x + 10:", bool(np.allclose(norm(x + 10), y, atol=1e-5)))

centred = x - x.mean()
print("equal if the mean is 0:", bool(np.allclose(layer_norm(centred), rms_norm(centred))))

batch = np.stack([x, np.array([100.0, -50.0, 0.0, 7.0]), np.zeros(4)])  # (3, d)
print("the same alone and in a batch:", bool(np.allclose(layer_norm(batch)[0], layer_norm(x))))
