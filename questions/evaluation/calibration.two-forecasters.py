came_true = [1, 1, 0, 0]
cautious = [0.5, 0.5, 0.5, 0.5]
sharp = [0.8, 0.8, 0.2, 0.2]


def ece(said):
    total = 0
    for p in set(said):
        group = [y for q, y in zip(said, came_true) if q == p]
        total += len(group) / len(said) * abs(sum(group) / len(group) - p)
    return round(total, 2)


def brier(said):
    return round(sum((p - y) ** 2 for p, y in zip(said, came_true)) / len(said), 2)


print(ece(cautious), brier(cautious))
print(ece(sharp), brier(sharp))
