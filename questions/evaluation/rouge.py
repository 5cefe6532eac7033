"""ROUGE-1, ROUGE-2 and ROUGE-L (F1): a wrong fact scores high, a correct paraphrase low."""

from collections import Counter


def ngrams(words, n):
    return Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def f1(matched, reference_size, candidate_size):
    return 2 * matched / (reference_size + candidate_size)


def rouge_n(reference, candidate, n):
    ref, cand = ngrams(reference, n), ngrams(candidate, n)
    return f1(sum((ref & cand).values()), sum(ref.values()), sum(cand.values()))


def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]  # (len(a)+1, len(b)+1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            skip = max(table[i][j + 1], table[i + 1][j])
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else skip
    return table[-1][-1]


reference = "the bank raised its rate in may".split()
for kind, text in [
    ("shortened", "the bank raised its rate"),
    ("wrong fact", "the bank lowered its rate in may"),
    ("new order", "in may the bank raised its rate"),
    ("paraphrase", "interest went up last spring"),
]:
    words = text.split()
    one, two = rouge_n(reference, words, 1), rouge_n(reference, words, 2)
    longest = f1(lcs(reference, words), len(reference), len(words))
    print(f"{kind:10}  ROUGE-1 {one:.2f}  ROUGE-2 {two:.2f}  ROUGE-L {longest:.2f}")
