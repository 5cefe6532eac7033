"""Temperature: the same logits at several temperatures, and what does not change."""

import numpy as np

z = np.array([2.0, 1.0, 0.0])  # logits of three tokens


def softmax(z):
    e = np.exp(z - z.max())  # stable also for very small T
    return e / e.sum()


for T in (0.1, 0.5, 1.0, 2.0, 100.0):
    p = softmax(z / T)
    entropy = float(-(p * np.log(p)).sum())
    shown = " ".join(f"{float(x):.3f}" for x in p)
    print(f"T = {T:5}: {shown}  entropy {entropy:.3f}  p1/p2 = {float(p[0] / p[1]):.2f}")

drawn = [softmax(z / T) for T in (0.5, 1.0, 2.0)]
same_order = all(np.argsort(softmax(z / T)).tolist() == np.argsort(z).tolist() for T in (0.1, 1, 9))
print("order of the tokens always the same:", same_order, " ln 3 =", round(float(np.log(3)), 3))

p = softmax(z)
powers = p ** (1 / 0.5) / (p ** (1 / 0.5)).sum()
same = bool(np.allclose(powers, softmax(z / 0.5)))
print("softmax(z / T) equals p ** (1 / T), renormalized:", same)
print("adding 5 to all logits changes nothing:", bool(np.allclose(softmax(z + 5), p)))
print("multiplying all by 2 is T = 0.5:", bool(np.allclose(softmax(2 * z), softmax(z / 0.5))))
