import numpy as np

latent = np.array([1, 2])  # cached for one token
w_uk = np.array([[[1, 0], [0, 1]], [[0, 1], [1, 0]]])  # two heads, each (2, 2)
q = np.array([3, 1])  # both heads have the same query
print([int(latent @ w @ q) for w in w_uk])  # score from the key latent @ w
print([(w @ q).tolist() for w in w_uk])  # what the cached latent is multiplied by
