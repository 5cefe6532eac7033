import numpy as np

x = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 1.0]])  # (3, 2): three tokens
p = np.array([[0.0, 0.0], [0.0, 0.5], [0.5, 0.0]])  # (3, 2): one vector per position
causal = np.triu(np.full((3, 3), -np.inf), k=1)  # -inf above the diagonal
turn = [2, 1, 0]  # the tokens in reverse order


def attend(x, mask=0.0):
    weights = np.exp(x @ x.T + mask)
    return weights / weights.sum(axis=1, keepdims=True) @ x


print(np.allclose(attend(x[turn]), attend(x)[turn]))
print(np.allclose(attend(x[turn] + p), attend(x + p)[turn]))
print(np.allclose(attend(x[turn], causal), attend(x, causal)[turn]))
