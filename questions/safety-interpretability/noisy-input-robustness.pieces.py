PIECES = {"robust", "rob", "ust", "ness"} | set("robustne")


def subwords(word):
    """Greedy longest match from the left."""
    pieces = []
    while word:
        size = max(n for n in range(1, len(word) + 1) if word[:n] in PIECES)
        pieces.append(word[:size])
        word = word[size:]
    return pieces


print(subwords("robustness"))
print(subwords("robsutness"))
