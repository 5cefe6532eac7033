import numpy as np

keys = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])  # (3, 2)
values = np.array([0.0, 30.0, 60.0])  # (3,)


def attend(query):
    scores = keys @ query  # (3,)
    weights = np.exp(scores) / np.exp(scores).sum()
    return float(weights @ values)


print(round(attend(np.array([0.0, 0.0])), 1))
print(round(attend(np.array([0.0, 50.0])), 1))
