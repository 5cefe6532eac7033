"""XOR: no linear model fits it; one hidden layer of tanh units learns it."""

import numpy as np

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])  # (4, 2)
y = np.array([[0.0], [1.0], [1.0], [0.0]])  # (4, 1) XOR of the two inputs

# Without a hidden layer: the best linear model in the sense of squared error.
X1 = np.hstack([X, np.ones((4, 1))])  # (4, 3) a column of ones is the bias
best, *_ = np.linalg.lstsq(X1, y, rcond=None)  # (3, 1)
print("best linear model:", np.round(X1 @ best, 2).ravel().tolist())

# With one: hidden = tanh(X W1 + b1), output = hidden W2 + b2; the start is fixed by hand.
W1 = np.array([[0.5, -0.4, 0.3], [0.4, 0.6, -0.5]])  # (2, 3)
b1 = np.array([[0.1, -0.2, 0.2]])  # (1, 3)
W2 = np.array([[0.3], [-0.2], [0.4]])  # (3, 1)
b2 = np.zeros((1, 1))
losses = []
for step in range(401):
    hidden = np.tanh(X @ W1 + b1)  # (4, 3)
    error = hidden @ W2 + b2 - y  # (4, 1)
    losses.append(float((error**2).mean()))
    if step in (0, 50, 100, 400):
        print(f"step {step:3}: mean squared error {losses[-1]:.3f}")
    d_out = 2 * error / 4  # (4, 1)
    d_hidden = (d_out @ W2.T) * (1 - hidden**2)  # (4, 3)
    W2 -= 0.2 * hidden.T @ d_out
    b2 -= 0.2 * d_out.sum(axis=0, keepdims=True)
    W1 -= 0.2 * X.T @ d_hidden
    b1 -= 0.2 * d_hidden.sum(axis=0, keepdims=True)
print("with hidden layer:", (np.round(hidden @ W2 + b2, 1) + 0.0).ravel().tolist())

# Two linear layers without tanh are one linear layer.
print("collapses:", np.allclose((X @ W1) @ W2, X @ (W1 @ W2)))
