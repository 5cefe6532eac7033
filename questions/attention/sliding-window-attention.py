"""A sliding-window mask: pairs computed, a sink that stays visible, and the reach of depth."""

import numpy as np


def window_mask(n, w, sinks=0):
    i, j = np.arange(n)[:, None], np.arange(n)[None, :]
    causal = j <= i
    return causal & ((j > i - w) | (j < sinks))  # (n, n), True where query i may read key j


n, w = 12, 3
full, window, with_sink = window_mask(n, n), window_mask(n, w), window_mask(n, w, sinks=1)
for name, mask in (("full", full), ("window", window), ("window + sink", with_sink)):
    print(f"{name}: {int(mask.sum())} pairs")
print("keys of the last token, window:", np.flatnonzero(window[-1]).tolist())
print("keys of the last token, window + sink:", np.flatnonzero(with_sink[-1]).tolist())

reach = np.eye(n, dtype=bool)
for layers in range(1, 5):
    reach = reach @ window  # who can influence whom after that many layers
    print(f"layers: {layers}, the last token draws on {int(reach[-1].sum())} tokens")
