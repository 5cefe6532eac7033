import numpy as np

w_1 = np.array([[1.0, -1.0], [1.0, 0.0]])  # (d, d_ff)
w_2 = np.array([[1.0, 0.0], [5.0, 5.0]])  # (d_ff, d)


def ffn(x):
    return np.maximum(x @ w_1, 0) @ w_2


x = np.array([[1.0, 2.0], [-3.0, 1.0]])  # two positions
print(ffn(x).tolist())
