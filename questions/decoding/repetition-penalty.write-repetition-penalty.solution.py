def penalize(logits, seen, penalty):
    """Make the tokens of the list seen less likely; logits (vocabulary,) -> (vocabulary,), penalty >= 1."""
    penalized = logits.copy()
    for token in set(seen):
        value = logits[token]
        penalized[token] = value / penalty if value > 0 else value * penalty
    return penalized
