"""Pre-norm lets the residual stream grow; post-norm keeps its size and fades the embedding out."""

import numpy as np

DEPTH = 12  # sub-layers
d = 2**DEPTH


def norm(x):
    return x / np.sqrt(np.mean(x**2))  # RMSNorm without gain


def sub_layer(x, i):
    return np.roll(x, 2**i)  # an orthogonal map: what it writes is at right angles to the stream


embedding = np.zeros(d)
embedding[0] = np.sqrt(d)  # rms 1, all in component 0, where no sub-layer writes
pre, post = embedding, embedding
print("          pre-norm                      post-norm")
print("sub-layers  rms  update/stream  embedding  rms  embedding")
for i in range(DEPTH):
    update = sub_layer(norm(pre), i)  # rms 1, however large the stream is
    share = np.linalg.norm(update) / np.linalg.norm(pre)
    pre = pre + update
    post = norm(post + sub_layer(post, i))
    if i + 1 in (1, 3, 8, 12):
        sizes = [np.sqrt(np.mean(v**2)) for v in (pre, post)]  # rms of both streams
        kept = [v[0] / np.sqrt(d) for v in (pre, post)]  # factor on the embedding
        row = f"{i + 1:10}{sizes[0]:5.2f}{share:15.2f}{kept[0]:11.3f}"
        print(f"{row}{sizes[1]:5.2f}{kept[1]:11.3f}")

print("embedding as the output layer sees it, pre-norm with final norm:", end=" ")
print(f"{norm(pre)[0] / np.sqrt(d):.3f}")
