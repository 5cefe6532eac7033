"""A bag-of-words sentiment classifier works until word order decides the meaning."""

import math
from collections import Counter

POSITIVE = ["good film", "good story", "a great film", "not bad", "good and funny"]
NEGATIVE = ["bad film", "bad story", "a dull film", "not good", "bad and slow"]

counts = {label: Counter(" ".join(texts).split()) for label, texts in (("+", POSITIVE), ("-", NEGATIVE))}
vocabulary = sorted(set(counts["+"]) | set(counts["-"]))


def weight(word):
    """Log-odds of the word between the two classes, with add-one counts."""
    odds = {c: (counts[c][word] + 1) / (counts[c].total() + len(vocabulary)) for c in counts}
    return math.log(odds["+"] / odds["-"])


def score(text):
    """Sum over the words: their order cannot matter."""
    return sum(weight(word) for word in text.split())


def verdict(total):
    return "undecided" if abs(total) < 1e-9 else "positive" if total > 0 else "negative"


for text in ("great story", "dull and slow", "not dull", "good not bad", "bad not good"):
    print(f"{text:14} {abs(score(text)):5.2f}  {verdict(score(text))}")
print(
    "the last two hold the same words:",
    Counter("good not bad".split()) == Counter("bad not good".split()),
)
