"""n-gram overlap finds a copied test item and misses a reworded one; leaks inflate the score."""


def words(text):
    return "".join(ch if ch.isalnum() else " " for ch in text.lower()).split()


def ngrams(text, n):
    tokens = words(text)
    return {tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1)}


def overlap(item, document, n):
    grams = ngrams(item, n)
    return len(grams & ngrams(document, n)), len(grams)


item = "A train leaves Lyon at nine and covers 120 km in 80 minutes. What is its speed in km/h?"
documents = {
    "forum copy": "Homework: A train leaves Lyon at nine, and covers 120 km in 80 minutes."
    " What is its speed in km/h? Answer: 90",
    "reworded": "A train that departs from Lyon at nine needs 80 minutes for 120 km: 90 km/h.",
    "unrelated": "The train museum in Lyon opens at nine and is closed on Mondays.",
}
for name, document in documents.items():
    found, total = overlap(item, document, 8)
    print(f"{name:10} shared 8-grams: {found} of {total}")

leaked, clean_accuracy = 0.20, 0.60  # leaked items are answered from memory, all right
reported = leaked + (1 - leaked) * clean_accuracy
print(f"reported accuracy: {reported:.2f}   without leak: {clean_accuracy:.2f}")
