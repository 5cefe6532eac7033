import numpy as np

# three features in two dimensions, 120 degrees apart: each cosine is -0.5
directions = np.array([[1, 0], [-0.5, 3**0.5 / 2], [-0.5, -(3**0.5) / 2]])

for active in ([1, 0, 0], [1, 1, 0]):
    x = active @ directions  # (2,) the stored vector
    readings = np.maximum(directions @ x, 0)  # ReLU
    print((readings.round(2) + 0.0).tolist())
