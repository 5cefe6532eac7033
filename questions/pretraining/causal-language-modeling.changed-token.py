def predictions(tokens):
    """What a causal model sees and what it must predict, for each position."""
    return [(tokens[: i + 1], tokens[i + 1]) for i in range(len(tokens) - 1)]


before = predictions(["a", "b", "c", "d", "e", "f"])
after = predictions(["a", "b", "c", "X", "e", "f"])
print([i for i in range(len(before)) if before[i] != after[i]])
