"""Three steps of gradient descent on w * w, starting at 1, with three learning rates."""

for rate in (0.5, 1.0, 1.5):
    w = 1.0
    for _ in range(3):
        gradient = 2 * w
        w = w - rate * gradient
    print(rate, w)
