"""The four EDA operations on one labelled sentence, and where they break the label."""

SYNONYMS = {"film": ["movie"], "good": ["great", "fine"]}
WORDS = "this film is not good".split()


def label(words):
    """A stand-in for the truth: the sign of good, turned by not."""
    polarity = 1 if {"good", "great", "fine"} & set(words) else 0
    return polarity * (-1 if "not" in words else 1)


def replaced(words):
    for i, word in enumerate(words):
        yield from (words[:i] + [other] + words[i + 1 :] for other in SYNONYMS.get(word, []))


def inserted(words):  # a synonym of some word, at any place
    for others in (SYNONYMS.get(word, []) for word in words):
        for other in others:
            yield from (words[:i] + [other] + words[i:] for i in range(len(words) + 1))


def swapped(words):
    for i in range(len(words)):
        for j in range(i + 1, len(words)):
            copy = list(words)
            copy[i], copy[j] = copy[j], copy[i]
            yield copy


def deleted(words):
    yield from (words[:i] + words[i + 1 :] for i in range(len(words)))


for operation in (replaced, inserted, swapped, deleted):
    copies = list(operation(WORDS))
    wrong = [" ".join(copy) for copy in copies if label(copy) != label(WORDS)]
    print(f"{operation.__name__} {len(copies)} copies, label changed:", "; ".join(wrong) or "none")
print("10 words, deletion with p = 0.1: unchanged with probability", round(0.9**10, 3))
