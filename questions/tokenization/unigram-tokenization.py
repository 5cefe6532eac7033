"""Unigram tokenization: each cut has a probability; take the best, or sample; prune pieces."""

from math import prod

P = {"no": 0.04, "not": 0.05, "thing": 0.03, "hing": 0.001, "nothing": 0.0005, "ing": 0.04}
P |= dict.fromkeys("nothig", 0.01)  # single characters always stay in the vocabulary


def cuts(word):
    """Every way to write the word with known pieces."""
    if not word:
        return [[]]
    ends = [n for n in range(1, len(word) + 1) if word[:n] in P]
    return [[word[:n], *rest] for n in ends for rest in cuts(word[n:])]


def viterbi(word):
    """The most probable cut, without listing all: the best one for each prefix is enough."""
    best = {0: (1.0, [])}
    for end in range(1, len(word) + 1):
        steps = [(start, word[start:end]) for start in range(end) if word[start:end] in P]
        best[end] = max((best[s][0] * P[piece], [*best[s][1], piece]) for s, piece in steps)
    return best[len(word)][1]


def weight(cut, alpha=1.0):
    return prod(P[piece] for piece in cut) ** alpha


WORD = "nothing"
found = sorted(cuts(WORD), key=weight, reverse=True)
print(len(found), "cuts of", WORD, "- Viterbi:", " ".join(viterbi(WORD)))
for alpha in (1.0, 0.2):
    total = sum(weight(cut, alpha) for cut in found)
    shares = [f"{' '.join(cut)} {weight(cut, alpha) / total:.2f}" for cut in found[:3]]
    print(f"sampling, alpha {alpha}:", ", ".join(shares))
total = sum(weight(cut) for cut in found)
for piece in ("thing", "nothing", "ing"):  # pruning drops the pieces that are missed least
    left = sum(weight(cut) for cut in found if piece not in cut)
    print(f"without {piece}: {1 - left / total:.1%} of the word's probability is lost")
