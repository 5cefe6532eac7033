def clipped_precision(candidate, references, n):
    def grams(words):
        return {tuple(words[place : place + n]) for place in range(len(words) - n + 1)}

    found = grams(candidate)
    known = set().union(*(grams(reference) for reference in references))
    return len(found & known) / len(found) if found else 0.0
