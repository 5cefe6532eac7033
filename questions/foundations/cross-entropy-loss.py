"""Cross-entropy against squared error through a softmax: which one still teaches when wrong?"""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def cross_entropy(z, y):
    z = z - z.max()
    return float(np.log(np.exp(z).sum()) - z @ y)  # from logits, without computing log(0)


def squared_error(z, y):
    return float(((softmax(z) - y) ** 2).sum())


def gradient(loss, z, y, h=1e-5):
    """Central differences for every logit."""
    return np.array([(loss(z + h * e, y) - loss(z - h * e, y)) / (2 * h) for e in np.eye(len(z))])


target = np.array([0.0, 1.0])  # the second token is the true one
print("wrong by    cross-entropy        squared error")
print("(margin)    loss  |gradient|     loss  |gradient|")
for margin in (0.0, 2.0, 5.0, 10.0):
    z = np.array([margin, 0.0])  # logits; the model prefers the first token by this margin
    row = f"{margin:6.0f}"
    for loss in (cross_entropy, squared_error):
        size = float(np.linalg.norm(gradient(loss, z, target)))
        row += f" {loss(z, target):10.3f} {size:10.4f}"
    print(row)

z, y = np.array([2.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0])
print("gradient is p - y:", np.allclose(gradient(cross_entropy, z, y), softmax(z) - y, atol=1e-6))
print("untrained, V = 50257:", round(cross_entropy(np.zeros(50257), np.eye(1, 50257)[0]), 2))
