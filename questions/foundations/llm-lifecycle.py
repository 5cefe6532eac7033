"""Pretrain a character bigram model on general text, fine-tune it on a small domain, watch both."""

import numpy as np

GENERAL = "the sun is warm and the sea is calm. we read and talk in the shade of the old tree. "
DOMAIN = "add 2 ml of acid. stir. add 3 ml of acid. stir. "
UNSEEN = "add 2 ml of base to the warm water and stir. "  # domain text kept out of training
CHARS = sorted(set(GENERAL + DOMAIN + UNSEEN))


def forward(W, text):
    """Predict each character from the one before it: the text is its own label."""
    ids = np.array([CHARS.index(c) for c in text])
    p = np.exp(W[ids[:-1]])  # (n, V)
    return ids[:-1], ids[1:], p / p.sum(axis=1, keepdims=True)


def loss(W, text):
    _, y, p = forward(W, text)
    return float(-np.log(p[np.arange(len(y)), y]).mean())


def train(W, text, steps, rate=5.0):
    W = W.copy()
    for _ in range(steps):
        x, y, p = forward(W, text)
        p[np.arange(len(y)), y] -= 1  # gradient of the loss for the logits: p - onehot
        np.add.at(W, x, -rate * p / len(y))
    return W


untrained = np.zeros((len(CHARS), len(CHARS)))  # (V, V) logits: current by next character
pretrained = train(untrained, GENERAL, steps=200)
models = {"untrained": untrained, "pretrained": pretrained}
models["pretrained, then tuned"] = train(pretrained, DOMAIN, steps=20)
models["domain text only"] = train(untrained, DOMAIN, steps=20)
print("loss in nats            general  unseen domain text")
for name, W in models.items():
    print(f"{name:24} {loss(W, GENERAL):5.2f} {loss(W, UNSEEN):10.2f}")
