"""Beam search over a small tree: widths 1 to 3, and what a length penalty changes."""

import math

END = "."
TREE = {  # prefix -> probability of each next token
    "": {"a": 0.5, "b": 0.4, END: 0.1},
    "a": {"x": 0.4, "y": 0.35, END: 0.25},
    "b": {"x": 0.9, END: 0.1},
    "ax": {END: 1.0},
    "ay": {END: 1.0},
    "bx": {"q": 0.95, END: 0.05},
    "bxq": {END: 1.0},
}


def beam_search(width, alpha=0.0):
    beams, finished = [("", 0.0)], []
    while beams:
        candidates = [
            (prefix + token, score + math.log(p))  # a log-probability is added for each token
            for prefix, score in beams
            for token, p in TREE[prefix].items()
        ]
        candidates.sort(key=lambda item: -item[1])  # all beams compete with each other
        best = candidates[:width]
        finished += [item for item in best if item[0].endswith(END)]
        beams = [item for item in best if not item[0].endswith(END)]
    norm = {text: score / ((5 + len(text)) / 6) ** alpha for text, score in finished}  # GNMT
    return max(norm, key=norm.get), math.exp(dict(finished)[max(norm, key=norm.get)])


for width in (1, 2, 3):
    text, p = beam_search(width)
    print(f"width {width}: {text:5} p = {p:.3f}")
for alpha in (0.0, 1.0):
    for logp, n in ((-3.0, 3), (-4.0, 11)):
        score = logp / ((5 + n) / 6) ** alpha
        print(f"alpha {alpha}: log p {logp} over {n:2} tokens -> {score:.2f}")
