import numpy as np

scores = np.array([0.0, 6.0, 1.0, 6.0, 2.0])  # one query, 5 keys
values = np.array([10.0, 20.0, 30.0, 40.0, 50.0])

chosen = np.argsort(scores)[-2:]  # the two best keys
exps = np.exp(scores[chosen])
print(round(float(exps @ values[chosen] / exps.sum()), 1))
