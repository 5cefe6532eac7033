"""Two replicas, one example each, one step on the loss (w - x) squared."""

rate, examples = 0.25, [2.0, 6.0]
gradients = [2 * (0.0 - x) for x in examples]  # both replicas start at w = 0
mean = sum(gradients) / len(gradients)
print([0.0 - rate * mean for _ in examples])
print([0.0 - rate * g for g in gradients])
