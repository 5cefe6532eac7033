"""Which of two starting weights is better before, and which after one step of adaptation?"""

tasks = [(1, 0), (4, 5)]  # each task has the loss a * (w - c)**2
rate = 0.1


def total_loss(w, steps):
    total = 0
    for a, c in tasks:
        v = w
        for _ in range(steps):
            v = v - rate * 2 * a * (v - c)
        total += a * (v - c) ** 2
    return total


print(min([4, 1], key=lambda w: total_loss(w, 0)), min([4, 1], key=lambda w: total_loss(w, 1)))
