"""Four objectives make their inputs and targets from one sentence, with no labels."""

tokens = "the small boat left the old harbour at dawn today".split()


def masked(tokens, chosen):
    """BERT: of the chosen tokens most become [MASK], a few a random word, a few stay."""
    shown, targets = list(tokens), {}
    for position, action in chosen.items():
        targets[position] = tokens[position]  # the loss counts at chosen positions only
        shown[position] = {"mask": "[MASK]", "random": "cheese", "keep": tokens[position]}[action]
    return shown, targets


def spans_cut(tokens, spans):
    """T5: each cut span leaves one sentinel; the target lists the spans."""
    shown, target, last = [], [], 0
    for number, (start, end) in enumerate(spans):
        shown += tokens[last:start] + [f"<{number}>"]
        target += [f"<{number}>"] + tokens[start:end]
        last = end
    return shown + tokens[last:], target + [f"<{len(spans)}>"]


def middle_last(tokens, start, end):
    """FIM: the middle is moved to the end; the model stays causal."""
    return ["<PRE>", *tokens[:start], "<SUF>", *tokens[end:], "<MID>", *tokens[start:end], "<EOT>"]


shown, targets = masked(tokens, {2: "mask", 6: "random", 8: "keep"})
print("MLM sees  ", " ".join(shown))
print("    target", targets)
shown, target = spans_cut(tokens, [(1, 3), (6, 7)])
print("T5 sees   ", " ".join(shown))
print("    target", " ".join(target))
print("FIM reads ", " ".join(middle_last(tokens, 4, 7)))
n = 512
print(f"of {n}: {0.15 * n:.1f} chosen = {0.12 * n:.1f} [MASK] + {0.015 * n:.1f} random", end="")
print(f" + {0.015 * n:.1f} kept; a causal model has {n - 1} targets")
