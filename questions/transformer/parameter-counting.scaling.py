def count(layers, d, vocabulary, tied):
    blocks = 12 * layers * d**2
    embeddings = (1 if tied else 2) * vocabulary * d
    return blocks + embeddings


print(count(2, 10, 100, tied=True))
print(count(2, 10, 100, tied=False))
print(count(2, 20, 100, tied=True))
