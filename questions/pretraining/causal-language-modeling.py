"""One causal pass gives a target and a loss at every position, the same as many single passes."""

import numpy as np

words = "the tide comes in and the tide goes out".split()
vocab = sorted(set(words))
ids = np.array([vocab.index(word) for word in words])  # (n,)
inputs, targets = ids[:-1], ids[1:]  # shifted by one: (n-1,)
print(len(ids), "tokens,", len(targets), "targets:", words[0], "->", vocab[targets[0]], end=", ")
print(" ".join(words[:2]), "->", vocab[targets[1]], "...")

V = len(vocab)
embed, out = np.eye(V), 0.3 * np.arange(V * V).reshape(V, V) % 2.0  # a toy model: (V, V) each


def losses(inputs, targets):
    """Every position sees the mean of the embeddings up to itself: a causal model."""
    counts = np.arange(1, len(inputs) + 1)[:, None]
    hidden = np.cumsum(embed[inputs], axis=0) / counts  # (t, V)
    logits = hidden @ out  # (t, V)
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(targets)), targets]  # (t,)


at_once = losses(inputs, targets)
one_by_one = [losses(inputs[: t + 1], targets[: t + 1])[-1] for t in range(len(inputs))]
print("one pass equals", len(one_by_one), "passes:", bool(np.allclose(at_once, one_by_one)))
print("sum of losses = -log p(rest | first token):", round(float(at_once.sum()), 3))

for ahead in (1, 2, 3):  # multi-token prediction: one more head per step ahead
    print(f"head for {ahead} ahead: {len(ids) - ahead} targets, first {vocab[ids[ahead]]}")
