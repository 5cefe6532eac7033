def pass_at_k(samples, correct, k):
    return 1.0 - (1.0 - correct / samples) ** k
