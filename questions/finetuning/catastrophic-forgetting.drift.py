def tune(w, targets, steps):
    """Each step goes half of the way to the mean of the targets."""
    goal = sum(targets) / len(targets)
    for _ in range(steps):
        w = w + 0.5 * (goal - w)
    return w


A, B = 0.0, 8.0  # the weight that is best for task A, and for task B
for steps in (1, 2):
    alone, mixed = tune(A, [B], steps), tune(A, [B, A], steps)
    print((alone - A) ** 2, (mixed - A) ** 2)  # loss on task A
