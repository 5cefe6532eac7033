"""A whole decoder-only Transformer (pre-norm, one head), and what mask and positions are for."""

import numpy as np

rng = np.random.default_rng(0)
V, d, layers = 20, 16, 2
embed, position, unembed = (rng.normal(size=shape) for shape in ((V, d), (8, d), (d, V)))
shapes = ((d, 3 * d), (d, d), (d, 4 * d), (4 * d, d))  # W_QKV, W_O, W_1, W_2
blocks = [[rng.normal(size=s) / np.sqrt(s[0]) for s in shapes] for _ in range(layers)]


def norm(x):
    return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5)


def attention(x, w_qkv, w_o, mask):
    q, k, v = np.split(x @ w_qkv, 3, axis=-1)  # each (n, d)
    scores = np.where(mask, q @ k.T / np.sqrt(d), -np.inf)  # (n, n)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    return weights / weights.sum(-1, keepdims=True) @ v @ w_o


def logits(tokens, causal=True, positions=True):
    mask = np.tri(len(tokens)) == 1 if causal else True
    x = embed[tokens] + positions * position[: len(tokens)]  # (n, d)
    for w_qkv, w_o, w_1, w_2 in blocks:
        x = x + attention(norm(x), w_qkv, w_o, mask)  # between positions
        x = x + np.maximum(norm(x) @ w_1, 0) @ w_2  # each position alone
    return norm(x) @ unembed  # (n, V)


text, other = [3, 7, 1, 12, 5], [3, 7, 9, 12, 5]  # they differ at index 2
print("tokens", len(text), "-> logits", logits(text).shape)
for causal in (True, False):
    change = np.abs(logits(text, causal) - logits(other, causal)).max(-1)
    print(f"causal mask {causal}: logits differ at", np.flatnonzero(change > 1e-9).tolist())
bag = logits(text[::-1], False, False)[::-1]
print("no mask, no positions: order is lost:", np.allclose(bag, logits(text, False, False)))
