"""A bigram language model: count, score sentences by the chain rule, generate by sampling."""

import math
import random
from collections import Counter
from itertools import pairwise

CORPUS = ["the cat sat on the mat", "the dog sat on the rug", "a cat saw the dog", "a dog ran"]
BEGIN, END, K = "<s>", "</s>", 0.01  # K: small count given to every possible next word


def pairs(sentence):
    return pairwise([BEGIN, *sentence.split(), END])


counts = Counter(pair for sentence in CORPUS for pair in pairs(sentence))
vocabulary = sorted({word for _, word in counts})


def next_word(previous):
    smoothed = {word: counts[previous, word] + K for word in vocabulary}
    return {word: n / sum(smoothed.values()) for word, n in smoothed.items()}


def log_prob(sentence):
    return sum(math.log(next_word(previous)[word]) for previous, word in pairs(sentence))


def generate(rng):
    words = [BEGIN]
    while words[-1] != END:
        p = next_word(words[-1])
        words += rng.choices(list(p), weights=list(p.values()))
    return " ".join(words[1:-1])


print("p(word | cat):", {w: round(p, 2) for w, p in next_word("cat").items() if p > 0.1})
for text in ("the cat sat on the mat", "a cat sat on the rug", "rug the on sat cat a"):
    print(f"log p = {log_prob(text):6.2f}  {text}  (in the corpus: {text in CORPUS})")
print("sampled:", *(generate(random.Random(seed)) for seed in (1, 3, 9)), sep="\n  ")
