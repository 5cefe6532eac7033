"""A paged KV cache: attention over scattered blocks, little waste, prefixes found by hash."""

import numpy as np

BLOCK, d = 16, 8


def attend(q, blocks, length):
    """Attention of one query, block by block with a running softmax; no contiguous copy is made."""
    top, total, out = -np.inf, 0.0, np.zeros(d)
    for number, (keys, values) in enumerate(blocks):
        filled = min(BLOCK, length - number * BLOCK)  # the last block may be partly empty
        scores = keys[:filled] @ q / np.sqrt(d)  # (filled,)
        peak = max(top, scores.max())
        weights, shrink = np.exp(scores - peak), np.exp(top - peak)
        total, out = total * shrink + weights.sum(), out * shrink + weights @ values[:filled]
        top = peak
    return out / total


pool = np.sin(np.arange(40 * 2 * BLOCK * d) * 0.7).reshape(40, 2, BLOCK, d)  # physical blocks
table, length = [31, 4, 17], 40  # block table of one sequence: 40 tokens, anywhere in the pool
q = np.cos(np.arange(d))
keys, values = np.concatenate(pool[table], axis=1)[:, :length]  # contiguous, for comparison
weights = np.exp(keys @ q / np.sqrt(d))
same = np.allclose(attend(q, pool[table], length), weights @ values / weights.sum())
print("scattered blocks give the same attention:", bool(same))

lengths = [100, 33, 250]
blocks = [-(-n // BLOCK) for n in lengths]
print(f"reserving 2048 slots each: {sum(lengths) / (2048 * 3):.0%} of the slots used")
print(f"blocks of {BLOCK}, {blocks}: {sum(lengths) / (BLOCK * sum(blocks)):.0%} of the slots used")

cached, system = set(), list(range(40))
for name, prompt in {"first": system + [7] * 30, "second": system + [8] * 30}.items():
    full = range(BLOCK, len(prompt) + 1, BLOCK)
    hits = sum(tuple(prompt[:end]) in cached for end in full)  # key: the whole prefix
    cached |= {tuple(prompt[:end]) for end in full}
    print(f"{name} request: {hits * BLOCK} of {len(prompt)} prompt tokens found in the cache")
