"""Fit polynomials to 10 noisy points: the training error always falls, the other one turns."""

import numpy as np

NOISE = np.array([0.9, -1.1, 0.6, 1.0, -0.8, -1.0, 1.1, -0.6, 0.7, -0.9]) * 0.3  # fixed by hand
x_train = np.linspace(-1, 1, 10)
y_train = np.sin(2 * x_train) + NOISE  # (10,)
x_new = np.linspace(-0.95, 0.95, 200)
y_new = np.sin(2 * x_new)  # the truth, without noise


def fit(degree, decay=0.0):
    """Least squares in Legendre polynomials, with L2 penalty `decay` on the coefficients."""
    basis = np.polynomial.legendre.legvander
    A = basis(x_train, degree)  # (10, degree + 1)
    w = np.linalg.solve(A.T @ A + decay * np.eye(degree + 1), A.T @ y_train)
    return [float(np.mean((basis(x, degree) @ w - y) ** 2)) for x, y in ((x_train, y_train), (x_new, y_new))]


print("degree  L2     training error  error on new points")
for degree, decay in [(0, 0), (1, 0), (3, 0), (6, 0), (9, 0), (9, 0.3), (9, 30)]:
    seen, new = fit(degree, decay)
    print(f"{degree:6} {decay:4} {seen:15.3f} {new:18.3f}")

degrees = range(10)
errors = [list(each) for each in zip(*(fit(degree) for degree in degrees))]  # (2, 10)

# Inverted dropout keeps the expected activation: kept units are divided by 1 - p.
p, activation = 0.25, 8.0
print("expected activation with dropout:", (1 - p) * activation / (1 - p) + p * 0.0)
