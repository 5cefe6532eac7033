"""BPE in two halves: learn merges from word counts, then replay them in order on new words."""

from collections import Counter

WORDS = {"sun": 8, "sunny": 3, "funny": 5, "run": 4, "bunny": 2}  # word: how often it occurs


def merge(pieces, pair):
    """Join each occurrence of `pair`, from left to right."""
    out = []
    while pieces:
        size = 2 if tuple(pieces[:2]) == pair else 1
        out.append("".join(pieces[:size]))
        pieces = pieces[size:]
    return out


def encode(word, merges):
    pieces = list(word)
    for pair in merges:  # the learned order; nothing is counted any more
        pieces = merge(pieces, pair)
    return pieces


merges = []
for step in range(1, 5):
    pairs = Counter()  # neighbours inside a word, weighted by the word's count
    for word, count in WORDS.items():
        pieces = encode(word, merges)
        for pair in zip(pieces, pieces[1:]):
            pairs[pair] += count
    best, count = pairs.most_common(1)[0]
    merges.append(best)
    print(f"merge {step}: {best[0]} + {best[1]}, seen {count} times")

letters = {letter for word in WORDS for letter in word}
print(f"vocabulary: {len(letters)} letters + {len(merges)} merges = {len(letters) + len(merges)}")
for word in ("sunny", "runny", "sunrun"):
    print(word, "->", " ".join(encode(word, merges)))
