import numpy as np


def layer_norm(x):
    return (x - x.mean()) / x.std()


def rms_norm(x):
    return x / np.sqrt((x**2).mean())


x = np.array([1.0, 2.0, 6.0])  # one token vector
for norm in (layer_norm, rms_norm):
    print(np.allclose(norm(10 * x), norm(x)), np.allclose(norm(x + 10), norm(x)))
