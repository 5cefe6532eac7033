def penalize(logits, seen, penalty):
    penalized = logits.copy()
    for token in set(seen):
        penalized[token] = logits[token] / penalty
    return penalized
