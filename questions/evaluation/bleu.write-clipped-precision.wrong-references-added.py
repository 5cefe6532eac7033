from collections import Counter


def clipped_precision(candidate, references, n):
    def count(words):
        return Counter(tuple(words[place : place + n]) for place in range(len(words) - n + 1))

    allowed = Counter()
    for reference in references:
        allowed += count(reference)
    found = count(candidate)
    total = sum(found.values())
    return sum((found & allowed).values()) / total if total else 0.0
