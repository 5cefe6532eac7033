"""Score two complete sentences with a small table of next-word probabilities."""

import math
from itertools import pairwise

P = {"<s> birds": 0.5, "birds sing": 0.4, "sing </s>": 0.25, "sing loudly": 0.5, "loudly </s>": 0.8}


def probability(sentence):
    words = ["<s>", *sentence.split(), "</s>"]
    return round(math.prod(P[f"{a} {b}"] for a, b in pairwise(words)), 2)


print(probability("birds sing"), probability("birds sing loudly"))
