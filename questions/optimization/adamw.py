"""Adam: the first step ignores the gradient's scale, and decoupled decay treats all weights alike."""

import numpy as np

BETA1, BETA2, EPS = 0.9, 0.95, 1e-8


def train(gradients, steps, rate=0.01, l2=0.0, decay=0.0):
    """Run Adam from weights of 1; `l2` enters the gradient, `decay` acts on the weight itself."""
    w = np.ones(len(gradients(1)))
    m, v = np.zeros_like(w), np.zeros_like(w)
    for t in range(1, steps + 1):
        g = gradients(t) + l2 * w
        m = BETA1 * m + (1 - BETA1) * g
        v = BETA2 * v + (1 - BETA2) * g**2
        m_hat, v_hat = m / (1 - BETA1**t), v / (1 - BETA2**t)
        w = w - rate * (m_hat / (np.sqrt(v_hat) + EPS) + decay * w)
    return [round(float(x), 2) + 0.0 for x in w]


def slopes(t):
    return np.array([0.001, 1.0, -1000.0])


def zigzag(t):
    """Gradients that average out to 0: tiny for the first weight, large for the second."""
    return np.array([0.001, 10.0]) * (-1) ** t


print("one step, gradients 0.001, 1 and -1000, rate 0.01:", train(slopes, 1))
print("zigzag gradients 0.001 and 10, 2000 steps, no decay:", train(zigzag, 2000))
print("  L2 term 0.1 in the loss (Adam + L2)              :", train(zigzag, 2000, l2=0.1))
print("  decoupled decay 0.1 (AdamW)                      :", train(zigzag, 2000, decay=0.1))
print("  pure shrinking (1 - 0.01 * 0.1) ** 2000          :", round((1 - 0.001) ** 2000, 2))
