"""Constrained decoding of a decimal number: an automaton turns into one token mask per state."""

import numpy as np

VOCAB = ["7", "42", ".", ".5", "1.", "3.14", "-", "x", "seven", "<end>"]
DIGIT = {"start": "int", "int": "int", "point": "frac", "frac": "frac"}  # state after a digit
POINT = {"int": "point"}  # state after a point


def walk(state, token):
    """The state after all characters of a token, or None: digits, then maybe a point and digits."""
    if token == "<end>":
        return "done" if state in ("int", "frac") else None
    for ch in token:
        state = DIGIT[state] if ch.isdigit() else POINT.get(state) if ch == "." else None
        if state is None:
            return None
    return state


index = {s: np.array([walk(s, t) is not None for t in VOCAB]) for s in DIGIT}  # built once
for state, mask in index.items():
    print(f"{state:6}", " ".join(t for t, ok in zip(VOCAB, mask) if ok))


def generate(rng, constrained):
    state, text = "start", ""
    while state not in ("done", None) and len(text) < 60:
        logits = rng.normal(size=len(VOCAB))  # a model that knows nothing
        if constrained:
            logits = np.where(index[state], logits, -np.inf)
        token = VOCAB[int(np.argmax(logits + rng.gumbel(size=len(VOCAB))))]  # sampling
        state, text = walk(state, token), text + token
    return state


for constrained in (False, True):
    states = [generate(np.random.default_rng(seed), constrained) for seed in range(200)]
    print(f"constrained {constrained}: all 200 are numbers:", set(states) == {"done"})
