"""Dense retrieval with toy embeddings: encode once, search by dot product, and where it misses."""

import numpy as np

# Axes of this toy space: vehicle, price, error, garden. A real encoder has hundreds, unnamed.
PASSAGES = {
    "automobile insurance rates": [0.8, 0.6, 0.0, 0.0],
    "how to prune roses": [0.0, 0.1, 0.0, 0.9],
    "error E404 and its cause": [0.1, 0.0, 0.9, 0.0],
    "error E405 and its cause": [0.1, 0.0, 0.9, 0.0],  # the encoder hardly sees the last digit
}


def unit(rows):
    rows = np.atleast_2d(np.array(rows, dtype=float))
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


names = list(PASSAGES)
index = unit(list(PASSAGES.values()))  # (n, d), computed once, before any query


def search(query):
    scores = (index @ unit(query).T)[:, 0]  # (n,) cosines
    order = sorted(range(len(names)), key=lambda i: (-round(float(scores[i]), 6), i))
    return [(names[i], round(float(scores[i]), 2)) for i in order[:2]]


print("what does cover for my car cost:", search([0.7, 0.7, 0.0, 0.0]))
print("E405:", search([0.0, 0.0, 1.0, 0.0]))
print("best bread recipe:", search([0.1, 0.3, 0.2, 0.3]))

long_text = 3 * np.array(PASSAGES["how to prune roses"])  # the same direction, three times as long
query = np.array([0.8, 0.4, 0.0, 0.5])
dot = {"car": query @ PASSAGES["automobile insurance rates"], "roses x 3": query @ long_text}
print("dot product prefers:", max(dot, key=dot.get))
cosine = {"car": query @ index[0], "roses x 3": query @ unit(long_text)[0]}
print("cosine prefers:", max(cosine, key=cosine.get))
