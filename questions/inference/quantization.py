"""Symmetric 8-bit quantization: errors up to half a step, and one outlier widens every step."""

import numpy as np


def round_trip(x, axis=None):
    scale = np.abs(x).max(axis=axis, keepdims=True) / 127
    codes = np.clip(np.round(x / scale), -127, 127)  # integers -127 .. 127
    return codes * scale, scale


w = np.sin(np.arange(1, 257)).reshape(4, 64)  # (rows, columns), values between -1 and 1
restored, scale = round_trip(w)
print(f"step {float(scale.max()):.4f}, largest error {float(np.abs(w - restored).max()):.4f}")


def error_of_others(restored):
    others = np.ones_like(w, dtype=bool)
    others[0, 0] = False  # all weights but the outlier
    return float(np.linalg.norm((w - restored)[others]) / np.linalg.norm(w[others]))


print(f"no outlier,  one scale:        error {error_of_others(restored):.1%}")
w[0, 0] = 60.0
print(f"one outlier, one scale:        error {error_of_others(round_trip(w)[0]):.1%}")
print(f"one outlier, a scale per row:  error {error_of_others(round_trip(w, axis=1)[0]):.1%}")
groups = w.reshape(-1, 16)  # (16, 16): 16 weights share a scale
by_group = round_trip(groups, axis=1)[0].reshape(w.shape)
print(f"one outlier, a scale per 16:   error {error_of_others(by_group):.1%}")
