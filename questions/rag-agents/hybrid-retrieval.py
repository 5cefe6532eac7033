"""Three ways to fuse a lexical and a dense ranking: raw sum, min-max, reciprocal ranks."""

LEXICAL = {"part list": 24.0, "manual": 9.0, "safety": 8.0, "news": 7.0}  # BM25
DENSE = {"faq": 0.83, "manual": 0.82, "safety": 0.74, "part list": 0.70, "intro": 0.69}  # cosine


def ranks(scores):
    order = sorted(scores, key=scores.get, reverse=True)
    return {name: place for place, name in enumerate(order, 1)}


def min_max(scores):
    low, high = min(scores.values()), max(scores.values())
    return {name: (s - low) / (high - low) for name, s in scores.items()}


def add(a, b):
    return {name: a.get(name, 0) + b.get(name, 0) for name in {**a, **b}}


def rrf(k):
    return add(*({n: 1 / (k + r) for n, r in ranks(s).items()} for s in (LEXICAL, DENSE)))


def show(title, scores):
    print(f"{title:14}", [(n, round(scores[n], 4)) for n in list(ranks(scores))[:3]])


show("lexical", LEXICAL)
show("dense", DENSE)
show("raw sum", add(LEXICAL, DENSE))  # the lexical order again: the cosines are too small
show("min-max sum", add(min_max(LEXICAL), min_max(DENSE)))  # what is absent counts as the last
show("RRF, k = 60", rrf(60))
show("RRF, k = 1", rrf(1))

squared = {name: s**2 for name, s in LEXICAL.items()}
print("RRF sees ranks only:", ranks(squared) == ranks(LEXICAL))
