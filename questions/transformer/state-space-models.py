"""State-space models: recurrence = convolution while parameters are fixed; then made selective."""

import numpy as np


def discretize(step, a, b):
    """Zero-order hold of h' = a h + b x for diagonal a, (N,) -> (N,), (N,)."""
    a_bar = np.exp(step * a)
    return a_bar, (a_bar - 1) / a * b


def scan(x, steps, a, b, c):
    h, out = np.zeros(len(a)), []  # state (N,): its size never changes
    for x_t, step in zip(x, steps):
        a_bar, b_bar = discretize(step, a, b)
        h = a_bar * h + b_bar * x_t
        out.append(c @ h)
    return np.array(out)


a, b, c = np.array([-1.0, -0.1]), np.ones(2), np.array([1.0, 0.5])  # N = 2: fast and slow memory
x = np.array([3.0, 0.0, -1.0, 2.0, 5.0])
a_bar, b_bar = discretize(0.5, a, b)
kernel = np.array([c @ (a_bar**j * b_bar) for j in range(len(x))])  # (n,)
same = np.allclose(np.convolve(x, kernel)[: len(x)], scan(x, [0.5] * len(x), a, b, c))
print("fixed step: recurrence equals convolution:", same)

a, b, c = np.array([-1.0]), np.ones(1), np.ones(1)
tokens = np.array([7.0, 90.0, 90.0, 90.0])  # remember the first one, the rest is noise
for name, steps in (("fixed", [1.0] * 4), ("selective", [9.0, 0.001, 0.001, 0.001])):
    kept = "  ".join(f"{np.exp(-step):.3f}" for step in steps)  # a_bar, as a = -1
    print(f"{name:9} keeps {kept}  of the state, output {scan(tokens, steps, a, b, c)[-1]:.2f}")

n, layers, per_layer = 262_144, 32, 2 * 8 * 128 * 2  # bytes per token: 8 KV heads of 128, 16 bits
for attention in (32, 4):  # all layers, or 1 in 8 as in Jamba
    cache = attention * per_layer * n / 2**30
    states = (layers - attention) * 8192 * 16 * 2 / 2**20  # 8192 channels, N = 16, 16 bits
    print(f"{attention:2} attention layers: cache {cache:g} GiB, states {states:g} MiB")
