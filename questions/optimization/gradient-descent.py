"""Gradient descent on a line fit: mini-batch gradients, noise, and the limit of the learning rate."""

import numpy as np

x = np.array([-2.0, -1.5, -1.0, -0.5, 0.5, 1.0, 1.5, 2.0])  # (8,) mean of squares 1.875
y = np.array([-6.4, -4.1, -3.3, -1.2, 1.6, 2.7, 4.9, 5.8])  # (8,) about 3 x


def gradient(w, batch):
    """Derivative of the mean of (w x - y)^2 over the batch."""
    return float(np.mean(2 * (w * x[batch] - y[batch]) * x[batch]))


everything = np.arange(8)
batches = everything.reshape(4, 2)  # 4 mini-batches of 2 examples
parts = [gradient(0.0, batch) for batch in batches]
print("full gradient at w = 0 :", round(gradient(0.0, everything), 3))
print("mini-batch gradients   :", [round(g, 3) for g in parts])
print("their mean             :", round(sum(parts) / 4, 3))

print("largest stable rate    :", round(2 / float(np.mean(2 * x**2)), 3))
losses = []  # (3, 6): of each rate, before each step
for rate in (0.1, 0.4, 0.6):
    w, path = 0.0, []
    losses.append([])
    for _ in range(6):
        losses[-1].append(float(np.mean((w * x - y) ** 2)))
        w -= rate * gradient(w, everything)
        path.append(round(w, 2))
    print(f"full batch, rate {rate}   :", path)

w = 0.0
for _ in range(20):  # 20 epochs of 4 steps each
    for batch in batches:
        w -= 0.1 * gradient(w, batch)
print("SGD, 20 epochs         :", round(w, 2), "against", round(float(x @ y / (x @ x)), 2))
