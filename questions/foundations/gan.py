"""The game of a GAN on five outcomes, and why tokens break its gradient."""

import numpy as np

data = np.array([0.45, 0.05, 0.0, 0.05, 0.45])  # two modes
GENERATORS = {
    "equal to the data": data,
    "uniform": np.full(5, 0.2),
    "one mode only": np.array([0.9, 0.1, 0.0, 0.0, 0.0]),
    "elsewhere": np.array([0.0, 0.0, 1.0, 0.0, 0.0]),
}

print("generator           value at the best D    D* (outcomes 0 to 4)")
for name, g in GENERATORS.items():
    with np.errstate(invalid="ignore", divide="ignore"):
        d = data / (data + g)  # best discriminator for this generator
        value = np.nansum(data * np.log(d)) + np.nansum(g * np.log(1 - d))
    shown = [None if np.isnan(x) else round(float(x), 2) for x in d]
    print(f"{name:18} {float(value) + 0.0:12.3f}           {shown}")
print("-ln 4 =", round(float(-np.log(4)), 3))

# A generator of text samples a token; the discriminator sees only the token.
scores = np.array([0.9, 0.2, 0.4])  # discriminator's score of each token
logits = np.array([0.5, 1.5, 1.0])


def softmax(z):
    return np.exp(z) / np.exp(z).sum()


eye, h = np.eye(3), 1e-4
hard = [(scores[np.argmax(logits + h * e)] - scores[np.argmax(logits)]) / h for e in eye]
p = softmax(logits)
soft = [(softmax(logits + h * e) - softmax(logits - h * e)) @ scores / (2 * h) for e in eye]
reinforce = sum(p[k] * scores[k] * (eye[k] - p) for k in range(3))  # E[score * grad log p]
print("gradient through the chosen token:", [float(x) for x in hard])
print("gradient of the expected score:   ", [round(float(x), 3) for x in soft])
print("REINFORCE, averaged exactly:      ", [round(float(x), 3) for x in reinforce])
