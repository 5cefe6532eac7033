"""The symmetric contrastive loss on an N x N similarity matrix, and classes given by name."""

import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def cross_entropy(logits):  # (N, N), the right answer of row i is column i
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return abs(float(log_p.diagonal().mean()))


def clip_loss(images, texts, scale):
    logits = scale * unit(images) @ unit(texts).T  # (N, N)
    return (cross_entropy(logits) + cross_entropy(logits.T)) / 2


images = np.eye(4) + 0.2  # (N, d), hand-made: image i points mostly to axis i
texts = np.eye(4) + 0.1  # (N, d), in the same order
print("all vectors alike:  ", round(clip_loss(np.ones((4, 4)), np.ones((4, 4)), 10), 4), "= ln 4")
for scale in (1, 10, 100):
    print(f"matched, scale {scale:3}: ", round(clip_loss(images, texts, scale), 4))
print("texts moved by one: ", round(clip_loss(images, np.roll(texts, 1, axis=0), 10), 4))

names = ["a photo of a cat", "a photo of a dog", "a photo of a bus"]
class_vectors = np.array([[0.9, 0.4, 0.1], [0.8, -0.5, 0.1], [0.1, 0.1, 1.0]])  # (classes, d)
photo = np.array([0.7, -0.3, 0.3])  # (d,)
cosines = unit(class_vectors) @ unit(photo)  # (classes,)
print("cosines:", cosines.round(2).tolist(), "->", names[int(cosines.argmax())])
