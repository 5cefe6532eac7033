"""What one typo does to words, subwords, character trigrams and bytes."""

WORDS = {"language": 0, "models": 1, "learn": 2}
PIECES = {"language", "lang", "uage", "model", "learn", "s"} | set("abcdefghijklmnopqrstuvwxyz")


def subwords(word):
    """Greedy longest match from the left."""
    pieces = []
    while word:
        size = max(n for n in range(1, len(word) + 1) if word[:n] in PIECES)
        pieces.append(word[:size])
        word = word[size:]
    return pieces


def trigrams(word):
    padded = f"#{word}#"
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def similarity(a, b):
    """Cosine of the two sets of trigrams."""
    return len(trigrams(a) & trigrams(b)) / (len(trigrams(a)) * len(trigrams(b))) ** 0.5


clean, typo = "language", "langauge"
for word in (clean, typo):
    print(f"{word}: word {WORDS.get(word, '<unk>')}, subwords {subwords(word)}")
print("trigram similarity:", round(similarity(clean, typo), 2))
print("equal bytes:", sum(a == b for a, b in zip(clean.encode(), typo.encode())), "of", len(clean))
