"""One shared step on the sum of two task gradients: does it help both tasks?"""

import numpy as np

gradients = np.array([[1.0, 0.0], [-3.0, 1.0]])  # one row per task
step = -0.01 * gradients.sum(axis=0)

changes = gradients @ step  # first-order change of each task's loss
print([bool(change < 0) for change in changes])
