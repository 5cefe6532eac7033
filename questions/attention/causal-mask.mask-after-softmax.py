import numpy as np

scores = np.zeros((4, 4))  # 4 tokens, all scores equal
exps = np.exp(scores)
weights = exps / exps.sum(axis=1, keepdims=True)  # softmax first ...
weights = weights * np.tril(np.ones((4, 4)))  # ... and the causal mask after it
print(weights.sum(axis=1).tolist())
