"""LoRA on one weight matrix: no change at first, a low-rank change after training, then merged."""

import numpy as np

D_OUT, D_IN, RANK, ALPHA = 12, 10, 2, 4


def waves(rows, cols, speed):
    return np.sin(speed * np.arange(1, rows * cols + 1) ** 2).reshape(rows, cols)


w = waves(D_OUT, D_IN, 1.0)  # frozen
x = waves(D_IN, 80, 0.7)  # (D_IN, n) inputs
needed = waves(D_OUT, 2, 0.3) @ waves(2, D_IN, 0.9)  # the change the task needs has rank 2
target = (w + needed) @ x

b = np.zeros((D_OUT, RANK))
a = waves(RANK, D_IN, 1.3)
scale = ALPHA / RANK


def output():
    return w @ x + scale * (b @ (a @ x))


print("same output before training:", bool(np.array_equal(output(), w @ x)))
print(f"loss before {float(np.mean((output() - target) ** 2)):.3f}", end=", ")
for _ in range(4000):
    error = 2 * (output() - target) / x.shape[1]
    grad_b, grad_a = scale * error @ (a @ x).T, scale * b.T @ error @ x.T
    b, a = b - 0.01 * grad_b, a - 0.01 * grad_a
print(f"after {float(np.mean((output() - target) ** 2)):.3f}")

change = scale * b @ a
print("rank of the change:", int(np.linalg.matrix_rank(change, tol=1e-6)), "of", min(w.shape))
print("trained numbers:", b.size + a.size, "instead of", w.size)
merged = w + change
print("merged gives the same output:", bool(np.allclose(merged @ x, output())))
print("taken out again:", bool(np.allclose(merged - change, w)))
