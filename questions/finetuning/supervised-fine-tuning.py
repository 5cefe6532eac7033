"""Pretrain a tiny next-token model on raw text, then tune it on one instruction with its answer."""

import numpy as np

raw = "what is red ? what is red ? what is blue ? red is a colour . what is red ?"
prompt, answer = "what is red ?".split(), "a colour . <end>".split()
vocab = sorted(set(raw.split()) | set(answer))
ids = {token: i for i, token in enumerate(vocab)}


def train(logits, tokens, counted, steps=300, rate=1.0):
    """Cross-entropy of the next token given the last one, where counted = 1."""
    x = np.array([ids[t] for t in tokens[:-1]])  # (n,)
    y = np.array([ids[t] for t in tokens[1:]])  # (n,) targets: the text shifted by one
    counted, logits = np.array(counted[1:], dtype=float), logits.copy()  # logits: (V, V)
    for _ in range(steps):
        p = np.exp(logits[x])
        p /= p.sum(axis=1, keepdims=True)
        p[np.arange(len(y)), y] -= 1  # gradient of cross-entropy: p - one_hot
        np.add.at(logits, x, -rate * p * counted[:, None] / counted.sum())
    return logits


def answer_of(logits):
    token, out = prompt[-1], []
    while len(out) < 7 and token != "<end>":
        token = vocab[int(logits[ids[token]].argmax())]
        out.append(token)
    return " ".join(out)


base = train(np.zeros((len(vocab), len(vocab))), raw.split(), [1] * len(raw.split()))
tuned = train(base, prompt + answer, [0] * len(prompt) + [1] * len(answer))
changed = [t for t in vocab if not np.allclose(base[ids[t]], tuned[ids[t]])]
print("prompt     :", " ".join(prompt))
print("base model :", answer_of(base))
print("after SFT  :", answer_of(tuned))
print("tokens whose prediction changed:", changed)
