"""Continuing on domain text: what the domain gains, what general text loses, what replay saves."""

import numpy as np

general = np.array([0.50, 0.30, 0.15, 0.05])  # shares of four word classes in general text
domain = np.array([0.20, 0.10, 0.10, 0.60])  # the last class is the jargon


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def loss(z, p):
    return float(-(p * np.log(softmax(z))).sum())  # cross-entropy in nats


def train(z, p, steps, rate):
    for _ in range(steps):
        z = z - rate * (softmax(z) - p)  # the gradient of the loss: same objective, other text
    return z


base = train(np.zeros(4), general, steps=2000, rate=0.5)
print(f"base:        general {loss(base, general):.3f}  domain {loss(base, domain):.3f}")
for replay in (0.0, 0.2, 0.5):
    mixture = replay * general + (1 - replay) * domain
    z = train(base, mixture, steps=2000, rate=0.5)
    print(f"replay {replay:3.0%}: general {loss(z, general):.3f}  domain {loss(z, domain):.3f}")
z = train(base, domain, steps=2000, rate=0.0001)  # the tiny rate at which pretraining ended
print(f"old rate:    general {loss(z, general):.3f}  domain {loss(z, domain):.3f}")
tokens, replay = 5.0, 0.2
total = tokens / (1 - replay)
print(f"{tokens} billion domain tokens with {replay:.0%} replay: {total:.2f} billion read")
