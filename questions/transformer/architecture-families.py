"""Who may look at whom in the three families, and how many targets one text gives."""

import numpy as np


def mask(family, prefix, total):  # (query, key) pairs that may attend
    if family == "encoder":
        return np.ones((total, total), dtype=bool)
    causal = np.tri(total) == 1
    if family == "prefix decoder":
        causal[:prefix, :prefix] = True  # the prompt is read in both directions
    return causal


prefix, total = 3, 5
for family in ("encoder", "causal decoder", "prefix decoder"):
    allowed = mask(family, prefix, total)
    rows = ["".join("x" if cell else "." for cell in row) for row in allowed]
    print(f"{family:15}", " ".join(rows), "pairs:", int(allowed.sum()))

source, target = 3, 2  # the same 5 tokens in an encoder-decoder
inside = source**2 + target * (target + 1) // 2
print("encoder-decoder: self", inside, "+ cross", source * target, "=", inside + source * target)

n = 512
print(f"targets in a text of {n} tokens: causal {n - 1}, masked at 15 % about {0.15 * n:.0f}")
