import numpy as np

hidden = np.array([[2.0, 4.0], [4.0, 8.0], [9.0, 0.0]])  # (n, d), last layer
mask = np.array([1, 1, 0])  # (n,), the third position is padding

plain = hidden.mean(axis=0)
pooled = (hidden * mask[:, None]).sum(axis=0) / mask.sum()

print(plain.tolist())
print(pooled.tolist())
