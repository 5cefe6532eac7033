"""A linear and a memorizing probe on a real and on a control task, and reading against use."""

import random

import numpy as np

rng = random.Random(0)
types, copies, d = 60, 4, 12  # 60 word types, each 4 times in slightly different contexts
base = np.array([[2 * rng.random() - 1 for _ in range(d)] for _ in range(types)])
plural = np.array([t % 2 for t in range(types)])  # the real property, 30 of 60 types
base[:, 0] = 2.0 * plural - 1.0  # it stands in the first direction
control = np.array([int(rng.random() < 0.5) for _ in range(types)])  # random label of each type

word = np.repeat(np.arange(types), copies)  # (240,)
noise = np.array([[0.1 * (rng.random() - 0.5) for _ in range(d)] for _ in word])
hidden = base[word] + noise  # (240, d) frozen hidden states
test = np.arange(len(word)) % copies == 0  # one copy of each type is held out


def linear_probe(x, y, x_new):
    x, x_new = np.c_[x, np.ones(len(x))], np.c_[x_new, np.ones(len(x_new))]
    return x_new @ np.linalg.lstsq(x, 2.0 * y - 1.0, rcond=None)[0] > 0


def nearest_probe(x, y, x_new):  # remembers everything
    return y[((x_new[:, None] - x) ** 2).sum(axis=-1).argmin(axis=1)]


for name, probe in [("linear", linear_probe), ("nearest neighbour", nearest_probe)]:
    real, ctrl = (
        float((probe(hidden[~test], y[~test], hidden[test]) == y[test]).mean()) for y in (plural[word], control[word])
    )
    print(f"{name}: real {real:.2f}, control {ctrl:.2f}, selectivity {real - ctrl:.2f}")

output = hidden[:, 1] > 0  # what the toy model computes from these states
erased = hidden * (np.arange(d) != 0)  # the direction of the property set to 0
print("outputs changed by erasing it:", int(((erased[:, 1] > 0) != output).sum()), "of", len(word))
