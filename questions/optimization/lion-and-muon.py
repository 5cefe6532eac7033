"""Lion steps by the sign; Muon makes all directions of an update about equally strong."""

import numpy as np


def lion(w, g, m, rate=0.1, decay=0.0, beta1=0.9, beta2=0.99):
    """One step; a single state m, read with beta1 and written with beta2."""
    w = w - rate * (np.sign(beta1 * m + (1 - beta1) * g) + decay * w)
    return w, beta2 * m + (1 - beta2) * g


def orthogonalize(update, steps=5, a=3.4445, b=-4.7750, c=2.0315):
    """Newton-Schulz: a polynomial of the matrix that pushes its singular values towards 1."""
    x = update / np.linalg.norm(update)  # Frobenius norm, so all singular values are below 1
    for _ in range(steps):
        s = x @ x.T  # (4, 4)
        x = a * x + (b * s + c * s @ s) @ x
    return x


w, m = lion(np.zeros(3), np.array([0.001, 50.0, -3.0]), np.zeros(3))
print("Lion, gradients 0.001, 50 and -3:", w.tolist())

u = np.array([[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]]) / 2  # orthogonal
v = np.array([[3, 4, 0, 0], [-4, 3, 0, 0], [0, 0, 3, 4], [0, 0, -4, 3]]) / 5  # orthogonal
strength = np.array([10.0, 3.0, 0.5, 0.1])
momentum = u @ np.diag(strength) @ v  # (4, 4)
print("singular values of the momentum:", strength.tolist())
for steps in (1, 3, 5):
    values = np.linalg.svd(orthogonalize(momentum, steps), compute_uv=False)
    print(f"  after {steps} Newton-Schulz steps:", [round(float(x), 2) for x in values])
exact = u @ v
print("exact: singular values", [round(float(x), 2) for x in np.linalg.svd(exact)[1]])
rms = float(np.sqrt((exact**2).mean()))
print(f"root mean square of its entries {rms:.2f} = 1 / sqrt(4)")
