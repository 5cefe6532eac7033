"""Sentence BLEU from clipped n-gram precisions: word order counts, a paraphrase scores 0."""

import math
from collections import Counter


def ngrams(words, n):
    return Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def clipped(candidate, reference, n):
    counts = ngrams(candidate, n)
    matched = sum((counts & ngrams(reference, n)).values())  # & takes the smaller count
    return matched, sum(counts.values())


def bleu(candidate, reference, max_n):
    pairs = [clipped(candidate, reference, n) for n in range(1, max_n + 1)]
    if any(matched == 0 for matched, _ in pairs):
        return 0.0
    mean_log = sum(math.log(matched / total) for matched, total in pairs) / max_n
    return min(1.0, math.exp(1 - len(reference) / len(candidate))) * math.exp(mean_log)


reference = "the cat is on the mat".split()
outputs = ["the cat sat on the mat", "the cat is on", "mat the on is cat the"]
for text in [*outputs, "a pet lies on that rug"]:
    candidate = text.split()
    precisions = [f"{m}/{t}" for m, t in (clipped(candidate, reference, n) for n in range(1, 5))]
    scores = [round(bleu(candidate, reference, n), 3) for n in (2, 4)]
    print(f"{text:24} p1..p4 {' '.join(precisions)}  BLEU-2 {scores[0]}  BLEU-4 {scores[1]}")
