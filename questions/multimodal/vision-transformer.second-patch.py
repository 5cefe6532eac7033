import numpy as np

image = np.arange(16).reshape(4, 4)
p = 2
patches = image.reshape(2, p, 2, p).transpose(0, 2, 1, 3).reshape(-1, p * p)
print(patches.shape)
print(patches[1].tolist())
