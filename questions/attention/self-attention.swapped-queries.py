import numpy as np

x = np.eye(2)  # 2 tokens, d = 2
w_q = np.array([[0.0, 100.0], [100.0, 0.0]])
w_k = np.eye(2)
w_v = np.array([[10.0], [20.0]])

q, k, v = x @ w_q, x @ w_k, x @ w_v  # v: (2, 1)
exps = np.exp(q @ k.T / np.sqrt(2))
weights = exps / exps.sum(axis=1, keepdims=True)  # (2, 2)
out = weights @ v  # (2, 1)
print(out[:, 0].round(2).tolist())
