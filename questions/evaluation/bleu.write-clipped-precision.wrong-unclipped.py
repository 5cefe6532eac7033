def clipped_precision(candidate, references, n):
    def grams(words):
        return [tuple(words[place : place + n]) for place in range(len(words) - n + 1)]

    known = {gram for reference in references for gram in grams(reference)}
    found = grams(candidate)
    return sum(gram in known for gram in found) / len(found) if found else 0.0
