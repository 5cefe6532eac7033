"""Character n-grams of growing order: training text gets easier, unseen text does not."""

import math
from collections import Counter

TRAIN = (
    "the boat is in the bay. the wind is low and the water is flat. a man sits on the wall and "
    "waits. the boat comes in. the man gets up and walks down to the water. he talks to the men. "
)
HELD_OUT = "a man walks to the bay. the wind is on the water and the men wait. he sits down. "
VOCABULARY = sorted(set(TRAIN + HELD_OUT))


def perplexity(text, order, k):
    """exp of the mean -log p; k added to every count keeps p above 0."""
    total = 0.0
    for t in range(order - 1, len(text)):
        context, char = text[t - order + 1 : t], text[t]
        total -= math.log((grams[context + char] + k) / (contexts[context] + k * len(VOCABULARY)))
    return math.exp(total / (len(text) - order + 1))


print("                                 new in       perplexity")
print("order   contexts  n-grams seen  held-out   train  held-out")
for order in (1, 2, 3, 4, 6):
    windows = [TRAIN[t : t + order] for t in range(len(TRAIN) - order + 1)]
    grams = Counter(windows)
    contexts = Counter(gram[:-1] for gram in windows)
    new = [HELD_OUT[t : t + order] not in grams for t in range(len(HELD_OUT) - order + 1)]
    ppl = [perplexity(text, order, 0.05) for text in (TRAIN, HELD_OUT)]
    print(f"{order:5} {len(VOCABULARY) ** (order - 1):10,} {len(grams):13}", end="")
    print(f" {sum(new) / len(new):9.0%} {ppl[0]:7.1f} {ppl[1]:9.1f}")
