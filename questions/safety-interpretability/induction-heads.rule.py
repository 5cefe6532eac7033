def induction(tokens):
    for i in range(len(tokens) - 2, -1, -1):
        if tokens[i] == tokens[-1]:
            return tokens[i + 1]
    return None


print(induction("the cat saw the".split()))
print(induction(["A", "B", "A", "C", "A"]))
print(induction(["x", "y", "z"]))
