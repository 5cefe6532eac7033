"""An induction circuit by hand: a previous-token head, then a head that matches and copies."""

import numpy as np


def run(tokens, size, previous_head=True, patch=None):
    n = len(tokens)
    x = np.eye(size)[tokens]  # (n, size) one-hot embeddings
    before = np.zeros((n, size))
    if previous_head:  # layer 1: each position attends to the one before and notes its token
        before[1:] = x[:-1]
    scores = 50.0 * x @ before.T  # (n, n) layer 2: query = my token, key = token before
    scores[np.triu_indices(n, 1)] = -np.inf  # causal mask
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    values = x if patch is None else patch  # what is copied: the token itself
    return weights, weights @ values  # (n, n), (n, size) logits of the next token


names = "ABCD"
clean, corrupted = [0, 1, 2, 0], [0, 3, 2, 0]  # A B C A and A D C A
for tokens in (clean, corrupted):
    weights, logits = run(tokens, 4)
    at, next_token = int(weights[-1].argmax()), names[int(logits[-1].argmax())]
    print(" ".join(names[t] for t in tokens), f"-> attends to position {at}, predicts {next_token}")

seq = [(7 * i + 3) % 50 for i in range(50)]  # 50 different tokens in a mixed order
twice = seq + seq
for head in (True, False):
    logits = run(twice, 50, previous_head=head)[1]
    sure = logits.max(axis=1) > 0.5
    hits = sum(bool(sure[i]) and int(logits[i].argmax()) == twice[i + 1] for i in range(99))
    print(f"repeated sequence, layer 1 {'kept' if head else 'removed'}: {hits} tokens predicted")

gap = [float(r[-1, 1] - r[-1, 3]) for r in (run(clean, 4)[1], run(corrupted, 4)[1])]
patched = run(corrupted, 4, patch=np.eye(4)[clean])[1]
effect = (float(patched[-1, 1] - patched[-1, 3]) - gap[1]) / (gap[0] - gap[1])
print(f"logit B - D: clean {gap[0]:.1f}, corrupted {gap[1]:.1f}; values patched: {effect:.0%} back")
