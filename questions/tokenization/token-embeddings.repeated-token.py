import numpy as np

embedding = np.zeros((4, 2))  # V = 4 tokens, width d = 2
ids = [2, 0, 2]

gradient = np.zeros_like(embedding)
for token_id in ids:  # every position sends back a gradient of ones
    gradient[token_id] += 1.0

print(embedding[ids].shape)
print(gradient[:, 0].tolist())
