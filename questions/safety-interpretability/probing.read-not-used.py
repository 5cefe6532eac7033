hidden = [(1, 5), (-1, 5), (1, -5), (-1, -5)]  # two numbers per token
plural = [True, False, True, False]


def probe(h):
    return h[0] > 0


def model_output(h):
    return h[1] > 0


print(sum(probe(h) == p for h, p in zip(hidden, plural)))
print(sum(model_output((0, h[1])) != model_output(h) for h in hidden))
