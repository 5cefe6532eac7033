"""Store normal weights in 4 bits per code: even levels, NF4, NF4 with double quantization."""

from statistics import NormalDist

import numpy as np

N, BLOCK, GROUP = 64 * 256, 64, 256  # weights, weights per constant, constants per group
even = np.linspace(-1, 1, 16)
nf4 = np.array(
    [-1, -0.6962, -0.5251, -0.3949, -0.2844, -0.1848, -0.0911, 0]
    + [0.0796, 0.1609, 0.2461, 0.3379, 0.4407, 0.5626, 0.7230, 1]
)
quantiles = [NormalDist().inv_cdf((i + 0.5) / N) for i in range(N)]  # an exact bell curve
order = np.arange(N) * 5003 % N  # every weight once, well mixed
blocks = np.array(quantiles)[order].reshape(-1, BLOCK)  # (256, 64)
constants = np.abs(blocks).max(axis=1)  # (256,) one per block


def restore(levels, constants):
    scaled = blocks / constants[:, None]  # between -1 and 1
    codes = np.abs(scaled[:, :, None] - levels).argmin(axis=2)  # (256, 64) numbers 0 .. 15
    return levels[codes] * constants[:, None]


def in_8_bits(values):
    """The constants themselves as 8-bit codes around their mean."""
    step = np.abs(values - values.mean()).max() / 127
    return values.mean() + np.round((values - values.mean()) / step) * step


def error(restored):
    return float(np.sqrt(np.mean((restored - blocks) ** 2)))


one, two = 4 + 32 / BLOCK, 4 + 8 / BLOCK + 32 / (BLOCK * GROUP)
print(f"even levels      : {one:.3f} bits per weight, error {error(restore(even, constants)):.4f}")
print(f"NF4              : {one:.3f} bits per weight, error {error(restore(nf4, constants)):.4f}")
restored = restore(nf4, in_8_bits(constants))
print(f"NF4, double quant: {two:.3f} bits per weight, error {error(restored):.4f}")
print(f"levels between -0.3 and 0.3: even {(abs(even) < 0.3).sum()}, NF4 {(abs(nf4) < 0.3).sum()}")
