import numpy as np

grads = np.array([[3.0, 4.0], [0.3, 0.4]])  # (examples, weights); norms 5 and 0.5
C = 1.0  # clipping norm


def clip(g):
    return g / max(1.0, np.linalg.norm(g) / C)


print(np.round(np.mean([clip(g) for g in grads], axis=0), 2).tolist())  # each, then average
print(np.round(clip(grads.mean(axis=0)), 2).tolist())  # average, then clip
