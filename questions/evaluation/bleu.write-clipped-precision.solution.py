from collections import Counter


def clipped_precision(candidate, references, n):
    """Share of the candidate's n-grams that the references confirm, each clipped; 0.0 if it has none."""

    def count(words):
        return Counter(tuple(words[place : place + n]) for place in range(len(words) - n + 1))

    found = count(candidate)
    allowed = Counter()
    for reference in references:
        allowed |= count(reference)  # the largest count of any single reference
    total = sum(found.values())
    return sum((found & allowed).values()) / total if total else 0.0
