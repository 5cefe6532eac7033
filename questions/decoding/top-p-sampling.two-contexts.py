def nucleus_size(p, top_p):
    total = 0.0
    for count, probability in enumerate(sorted(p, reverse=True), 1):
        total += probability
        if total >= top_p:
            return count
    return len(p)


sure = [0.02, 0.92, 0.03, 0.02, 0.01]
unsure = [0.25, 0.15, 0.3, 0.2, 0.1]
print(nucleus_size(sure, 0.8), nucleus_size(unsure, 0.8))
