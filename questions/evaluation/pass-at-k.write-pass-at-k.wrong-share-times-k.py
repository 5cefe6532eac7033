def pass_at_k(samples, correct, k):
    return min(1.0, k * correct / samples)
