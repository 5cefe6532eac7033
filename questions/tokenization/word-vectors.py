"""Skip-gram with (expected) negative sampling on a tiny corpus; then a word with two senses."""

import numpy as np

corpus = """cat eats fish . dog eats fish . cat eats meat . dog eats meat
cat chases mouse . dog chases mouse
bus needs fuel . car needs fuel . bus has wheels . car has wheels
bank grants loan . bank lends money . river has bank . river floods bank"""
sentences = [s.split() for s in corpus.replace("\n", " . ").split(" . ")]
words = sorted({w for s in sentences for w in s})
index = {w: i for i, w in enumerate(words)}
V, d, k = len(words), 8, 2

counts = np.zeros((V, V))  # how often context word o stands in the sentence of centre word c
for s in sentences:
    for c in s:
        for o in s:
            counts[index[c], index[o]] += c != o
noise = counts.sum(axis=0) ** 0.75  # words are drawn as noise by frequency ** 3/4
negatives = k * counts.sum(axis=1, keepdims=True) * noise / noise.sum()  # expected number, (V, V)

rng = np.random.default_rng(0)
centre, context = rng.normal(size=(V, d)) / 3, rng.normal(size=(V, d)) / 3
for _ in range(3000):
    p = 1 / (1 + np.exp(-centre @ context.T))  # probability "real pair", (V, V)
    error = (counts + negatives) * p - counts  # gradient of the loss with respect to the scores
    centre, context = centre - 0.02 * error @ context, context - 0.02 * error.T @ centre

unit = centre / np.linalg.norm(centre, axis=1, keepdims=True)
for word in ("cat", "car", "fish"):
    similarity = unit @ unit[index[word]]
    print(f"{word}: most similar is", words[int(np.argsort(-similarity)[1])])
print("cat and dog ever in one sentence:", bool(counts[index["cat"], index["dog"]] > 0))
print("rows for bank, in all its sentences together:", words.count("bank"))
a, b = (np.mean([unit[index[w]] for w in s.split()], axis=0) for s in ("bank loan", "river bank"))
print("averaged with its neighbour, bank differs:", not np.allclose(a, b))
