"""BM25 over an inverted index: rare words, saturated counts, document length."""

from collections import Counter, defaultdict
from math import log

DOCS = {
    "manual": "pump manual the pump the valve the filter and the pump seal",
    "error": "error E404 of the pump",
    "spam": "pump pump pump pump pump pump pump pump",
    "news": "the mayor opened the new bridge",
    "car": "automobile cover",
}
K1, B = 1.2, 0.75

postings = defaultdict(dict)  # word -> {document: count}
for name, text in DOCS.items():
    for word, count in Counter(text.lower().split()).items():
        postings[word][name] = count
length = {name: len(text.split()) for name, text in DOCS.items()}
average = sum(length.values()) / len(length)


def idf(word):
    n = len(postings.get(word, ()))
    return log(1 + (len(DOCS) - n + 0.5) / (n + 0.5))


def search(query):
    scores = defaultdict(float)  # only documents that share a word with the query get in
    for word in query.lower().split():
        for name, tf in postings.get(word, {}).items():
            norm = 1 - B + B * length[name] / average
            scores[name] += idf(word) * tf * (K1 + 1) / (tf + K1 * norm)
    return sorted(((round(s, 2), name) for name, s in scores.items()), reverse=True)


print("idf:", {word: round(idf(word), 2) for word in ("the", "pump", "e404")})
print("lengths:", length, "average", round(average, 1))
for query in ("pump", "pump E404", "the", "car insurance"):
    print(f"{query:14}", search(query))
