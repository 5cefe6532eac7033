def penalize(logits, seen, penalty):
    penalized = logits.copy()
    for token in seen:
        value = penalized[token]
        penalized[token] = value / penalty if value > 0 else value * penalty
    return penalized
