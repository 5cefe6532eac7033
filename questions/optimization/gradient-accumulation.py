"""Accumulated micro-batch gradients against one large batch: equal, if each example counts the same."""

import numpy as np

x = np.arange(1.0, 25.0).reshape(12, 2) / 10  # (12, 2) inputs
y = x @ np.array([1.0, -2.0]) + np.array([0.3, -0.1] * 6)  # (12,)
w = np.array([0.5, 0.5])  # (2,)


def summed_gradient(part):
    """Gradient of the summed squared errors over the rows of `part`; shape (2,)."""
    return 2 * x[part].T @ (x[part] @ w - y[part])


rows = np.arange(12)
large = summed_gradient(rows) / 12
print("one batch of 12           :", [round(float(g), 4) for g in large])


def accumulate(parts, by_count):
    """Mean of micro-batch means, or sums divided by the number of all examples."""
    if by_count:
        return sum(summed_gradient(part) for part in parts) / sum(len(part) for part in parts)
    return sum(summed_gradient(part) / len(part) for part in parts) / len(parts)


equal = [rows[0:4], rows[4:8], rows[8:12]]
unequal = [rows[0:2], rows[2:4], rows[4:12]]
for name, parts in (("sizes 4, 4, 4", equal), ("sizes 2, 2, 8", unequal)):
    naive, right = accumulate(parts, by_count=False), accumulate(parts, by_count=True)
    print(f"{name}: mean of means :", [round(float(g), 4) for g in naive])
    print(f"{name}: by example    :", [round(float(g), 4) for g in right])
    print(
        "               equal to the large batch?",
        np.allclose(naive, large),
        np.allclose(right, large),
    )
