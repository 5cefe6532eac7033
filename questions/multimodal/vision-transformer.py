"""Cut an image into patches, embed them as tokens, and see that this is a strided convolution."""

import numpy as np


def patchify(image, p):
    h, w, c = image.shape
    grid = image.reshape(h // p, p, w // p, p, c).transpose(0, 2, 1, 3, 4)  # (h/p, w/p, p, p, c)
    return grid.reshape(-1, p * p * c)  # (n, p*p*c), rows of patches from left to right


def strided_convolution(image, kernel, p):
    h, w, _ = image.shape
    return np.array(
        [
            np.tensordot(image[i : i + p, j : j + p], kernel, axes=3)  # (d,)
            for i in range(0, h, p)
            for j in range(0, w, p)
        ]
    )


image = (np.arange(224 * 224 * 3) % 251 / 251).reshape(224, 224, 3)
p, d = 16, 8
patches = patchify(image, p)  # (196, 768)
print("patches x numbers per patch:", patches.shape)

w = np.sin(np.arange(p * p * 3 * d)).reshape(p * p * 3, d)
tokens = patches @ w  # (196, d)
same = np.allclose(tokens, strided_convolution(image, w.reshape(p, p, 3, d), p))
print("equals a convolution with kernel and stride 16:", bool(same))

cls, positions = np.zeros((1, d)), np.cos(np.arange(197 * d)).reshape(197, d)
sequence = np.concatenate([cls, tokens]) + positions  # (197, d)
print("tokens with class token:", len(sequence))
for side in (224, 448):
    n = (side // p) ** 2
    print(f"{side} x {side}: {n} patches, {n * n} query-key pairs")
