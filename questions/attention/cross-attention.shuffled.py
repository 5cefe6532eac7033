import numpy as np


def cross_attention(decoder, encoder):
    exps = np.exp(decoder @ encoder.T)  # identity projections
    return exps / exps.sum(axis=1, keepdims=True) @ encoder


decoder = np.array([[1.0, 0.0], [0.0, 1.0]])
encoder = np.array([[2.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
out = cross_attention(decoder, encoder)
print(np.allclose(cross_attention(decoder, encoder[[2, 0, 1]]), out))
print(np.allclose(cross_attention(decoder[[1, 0]], encoder), out))
