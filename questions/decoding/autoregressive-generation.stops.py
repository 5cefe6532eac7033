most_likely = {"Q:": "why", "why": "not", "not": "<eos>", "A:": "it", "it": "is", "is": "it"}


def generate(start, max_new):
    tokens = [start]
    while len(tokens) - 1 < max_new:
        token = most_likely[tokens[-1]]
        if token == "<eos>":
            return len(tokens) - 1, "end"
        tokens.append(token)
    return len(tokens) - 1, "limit"


print(*generate("Q:", 5), *generate("A:", 5))
