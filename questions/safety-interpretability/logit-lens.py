"""Read a toy residual stream with the unembedding after each layer, and repair a turned layer."""

import numpy as np

vocab = ["Rome", "Paris", "the", "blue"]
w_u = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [-1, -1, 0]])  # unembedding (vocab, d)
writes = [  # what the embedding and three layers add to the residual stream, (d,)
    np.array([0.2, 0.1, 0.9]),
    np.array([0.8, 0.3, -0.2]),
    np.array([0.3, 0.5, 0.1]),
    np.array([-0.1, 1.5, -0.2]),
]


def lens(h):
    return w_u @ (h / np.sqrt((h**2).mean()))  # final RMS norm, then the unembedding: (vocab,)


h = np.zeros(3)
for name, write in zip(["embedding", "layer 1", "layer 2", "layer 3"], writes):
    h = h + write
    logits = lens(h)
    p = np.exp(logits) / np.exp(logits).sum()
    print(f"after {name:9}: {vocab[int(p.argmax())]:5} with p = {float(p.max()):.2f}")

scale = np.sqrt((h**2).mean())  # the norm of the final state, held fixed
shares = [float(w_u[1] @ write / scale) for write in writes]
print("shares in the logit of Paris:", np.round(shares, 2).tolist())
print("they add up to it:", bool(np.isclose(sum(shares), lens(h)[1])))

finals = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [2, 1, 0], [0, 1, 2]])  # (texts, d)
turned = finals[:, [1, 2, 0]] + 0.3  # an earlier layer that uses other axes
a, *_ = np.linalg.lstsq(np.c_[turned, np.ones(5)], finals, rcond=None)  # tuned: affine map
tuned = np.c_[turned, np.ones(5)] @ a  # (texts, d)
for name, states in [("plain lens", turned), ("tuned lens", tuned)]:
    same = sum(int(lens(s).argmax() == lens(f).argmax()) for s, f in zip(states, finals))
    print(f"{name} agrees with the final layer on {same} of 5")
