"""The generation loop: predict, choose, append, and the three ways in which it stops."""

import numpy as np

NEXT = {  # a toy model that looks at the last token only: next token -> probability
    "<s>": {"the": 0.7, "a": 0.3},
    "the": {"sea": 0.6, "wind": 0.4},
    "a": {"storm": 0.8, "wind": 0.2},
    "sea": {"rises": 0.5, "and": 0.3, ".": 0.2},
    "wind": {"rises": 0.6, "and": 0.4},
    "storm": {".": 1.0},
    "rises": {"and": 0.6, ".": 0.4},
    "and": {"the": 0.9, "a": 0.1},
    ".": {"<eos>": 1.0},
}


def generate(choose, max_new=9, stop=None):
    tokens = ["<s>"]
    for _ in range(max_new):
        token = choose(NEXT[tokens[-1]])  # one pass of the model, one token
        if token == "<eos>":
            return tokens[1:], "end token"
        tokens.append(token)  # the choice is read at the next step
        if stop and " ".join(tokens).endswith(stop):
            return tokens[1:], "stop string"
    return tokens[1:], "length limit"


def greedy(p):
    return max(p, key=p.get)


rng = np.random.default_rng(0)
endings = {generate(lambda p: rng.choice(list(p), p=list(p.values())), 50)[1] for _ in range(200)}
print("greedy:          ", *generate(greedy))
print("greedy with stop:", *generate(greedy, stop="rises and"))
print("200 samples reach the end token within 50:", "end token" in endings)
print("P(no end within 50 if p = 0.05 each step):", round(0.95**50, 3), " mean length:", 1 / 0.05)
