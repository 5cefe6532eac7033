"""ReLU, GELU and SiLU side by side, and a gated SwiGLU unit against a plain one."""

import math

import numpy as np


def relu(x):
    return max(0.0, x)


def gelu(x):  # x times the standard normal distribution function
    return x * 0.5 * (1 + math.erf(x / math.sqrt(2)))


def silu(x):  # x times the sigmoid
    return x / (1 + math.exp(-x))


def slope(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)


print("      x:  " + "  ".join(f"{x:6.1f}" for x in (-3, -1, -0.5, 1, 3)))
for name, f in (("ReLU", relu), ("GELU", gelu), ("SiLU", silu)):
    print(f"{name}(x):  " + "  ".join(f"{f(x):6.3f}" for x in (-3, -1, -0.5, 1, 3)))
    print("  slope:  " + "  ".join(f"{slope(f, x):6.3f}" for x in (-3, -1, -0.5, 1, 3)))

inputs = np.linspace(-4, 4, 65)
curves = [[f(x) for x in inputs] for f in (relu, gelu, silu)]

x = np.array([1.0, -2.0])  # (d,)
w_gate = np.array([[2.0, -1.0], [0.0, 1.0]])  # (d, d_ff)
w_up = np.array([[-3.0, 1.0], [0.0, 0.0]])  # (d, d_ff)
gate = np.array([silu(v) for v in x @ w_gate])  # (d_ff,)
print("gate:", [round(float(g), 3) for g in gate], " values:", (x @ w_up).tolist())
print("gated hidden units:", [round(float(h), 3) for h in gate * (x @ w_up)])

d = 4096
print("weights, two matrices of 4d:", 2 * d * 4 * d, " three of 11008:", 3 * d * 11008)
