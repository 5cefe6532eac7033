beta = 0.5
score = 2.0  # of the reward model, for the whole answer
policy = [-1.0, -0.5, -2.0]  # log-probabilities of the three sampled tokens
reference = [-1.4, -0.3, -3.0]

rewards = [-beta * (p - q) for p, q in zip(policy, reference)]
rewards[-1] += score
print([round(r, 1) for r in rewards])
