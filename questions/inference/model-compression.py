"""One weight matrix compressed in three ways: bytes, multiply-adds per token, and error."""

import numpy as np

n = 64
i, j = np.arange(n)[:, None], np.arange(n)[None, :]
w = np.cos(0.05 * i * (j + 1)) * np.exp(-np.abs(i - j) / 8)  # (n, n), a made-up weight matrix


def report(name, approximation, stored_bytes, multiply_adds):
    error = float(np.linalg.norm(w - approximation) / np.linalg.norm(w))
    print(f"{name:28}{stored_bytes:6} B{multiply_adds:7}    {error:.3f}")


print("method                        bytes   mul-adds  relative error")
report("dense, 16 bits", w, 2 * n * n, n * n)

scale = np.abs(w).max() / 127
report("quantized to 8 bits", np.round(w / scale) * scale, n * n + 2, n * n)

kept = np.abs(w) >= np.quantile(np.abs(w), 0.5)  # the larger half of the weights
report("half pruned, dense format", w * kept, 2 * n * n, n * n)
report("half pruned, value + index", w * kept, (2 + 2) * int(kept.sum()), int(kept.sum()))

u, s, vt = np.linalg.svd(w)
for rank in (32, 16):
    low = (u[:, :rank] * s[:rank]) @ vt[:rank]  # (n, rank) times (rank, n)
    report(f"low rank, r = {rank}", low, 2 * 2 * n * rank, 2 * n * rank)
