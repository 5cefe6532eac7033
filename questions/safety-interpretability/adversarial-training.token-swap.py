table = {"good": (2, 0), "great": (3, 1), "fine": (1, 1), "bad": (-2, 0)}  # embeddings
gradient = (-1, 0)  # of the loss, at the embedding of "good"


def gain(token):
    """First-order growth of the loss if this token replaces "good"."""
    return sum(g * (new - old) for g, new, old in zip(gradient, table[token], table["good"]))


shifted = tuple(e + 0.5 * g for e, g in zip(table["good"], gradient))  # a step along the gradient
print(shifted in table.values())
print(max(table, key=gain))
print(max(["great", "fine"], key=gain))  # only words of much the same meaning
