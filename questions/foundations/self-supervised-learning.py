"""Four self-supervised objectives make their own inputs and targets from one unlabelled text."""

TEXT = "the old boat crossed the bay before the storm came in".split()


def causal(tokens):
    """Next token: every token but the first is a target."""
    return tokens[:-1], tokens[1:]


def masked(tokens, hidden):
    """Masked tokens (BERT): inputs with holes, targets only at the holes."""
    inputs = ["[MASK]" if i in hidden else token for i, token in enumerate(tokens)]
    return inputs, {i: tokens[i] for i in hidden}


def spans(tokens, cut):
    """Span corruption (T5): each cut span is replaced by one sentinel and written out as target."""
    inputs, targets, position = [], [], 0
    for number, (start, end) in enumerate(cut):
        inputs += [*tokens[position:start], f"<{number}>"]
        targets += [f"<{number}>", *tokens[start:end]]
        position = end
    return inputs + tokens[position:], targets


def pairs(tokens, half, other):
    """Contrast: which continuation belongs to this beginning? The true one and a foreign one."""
    return tokens[:half], [(tokens[half:], True), (other, False)]


x, y = causal(TEXT)
print(f"causal:   {len(y)} targets, e.g. after '{x[2]}' comes '{y[2]}'")
shown = [("masked:  ", *masked(TEXT, [2, 8]))]
inputs, targets = spans(TEXT, [(1, 3), (6, 9)])
shown.append(("spans:   ", inputs, " ".join(targets)))
start, options = pairs(TEXT, 6, "and add two eggs".split())
shown.append(("contrast:", start, {" ".join(text): own for text, own in options}))
for name, inputs, target in shown:
    print(f"{name} {' '.join(inputs)}\n          -> {target}")
