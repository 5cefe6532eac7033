"""Sinusoidal positions: bounded, fixed, and a shift by k is one rotation for every position."""

import numpy as np


def sinusoidal(positions, d):
    """Sinusoidal encoding, (len(positions), d); pair i fills dimensions 2i and 2i + 1."""
    pair = np.arange(d // 2)  # i = 0 ... d/2 - 1, (d/2,)
    angle = np.outer(positions, 1 / 10_000 ** (2 * pair / d))  # (n, d/2)
    table = np.empty((len(positions), d))
    table[:, 0::2] = np.sin(angle)
    table[:, 1::2] = np.cos(angle)
    return table


for position, row in enumerate(sinusoidal(range(3), 4)):
    print(f"PE({position}) for d = 4: " + "  ".join(f"{value:.3f}" for value in row))

picture = sinusoidal(range(16), 32)  # (16, 32), one row a position
d = 64
table = sinusoidal(range(1000), d)  # (1000, d)
print("squared length of every row:", sorted({round(float(row @ row), 6) for row in table}))

k = 7
products = (table[:-k] * table[k:]).sum(axis=1)  # PE(p) . PE(p + 7) for every p
print("product at offset 7 is the same everywhere:", bool(np.ptp(products) < 1e-9))

angle = k / 10_000 ** (2 * np.arange(d // 2) / d)  # depends on k and i, not on the position
sine, cosine = table[:, 0::2], table[:, 1::2]
rotated_sine = sine * np.cos(angle) + cosine * np.sin(angle)
print("rotating PE(p) gives PE(p + 7):", bool(np.allclose(rotated_sine[:-k], sine[k:])))

steps = np.diff(table, axis=0)  # would be constant if PE were linear in the position
print("steps from p to p + 1 all equal:", bool(np.allclose(steps, steps[0])))
