import numpy as np

names = ["cat", "dog"]
texts = np.array([[10.0, 0.0], [0.6, 0.8]])  # (classes, d), not unit vectors
image = np.array([3.0, 4.0])  # (d,)

dots = texts @ image
cosines = dots / (np.linalg.norm(texts, axis=1) * np.linalg.norm(image))
print(names[int(dots.argmax())], float(dots.max().round(1)))
print(names[int(cosines.argmax())], float(cosines.max().round(1)))
