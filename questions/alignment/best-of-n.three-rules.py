samples = [  # final answer of each sample, score of a verifier
    ("42", 0.6),
    ("42", 0.5),
    ("17", 0.9),
    ("42", 0.7),
    ("13", 0.8),
]

best = max(samples, key=lambda sample: sample[1])[0]

votes, weights = {}, {}
for answer, score in samples:
    votes[answer] = votes.get(answer, 0) + 1
    weights[answer] = weights.get(answer, 0.0) + score
print(best, max(votes, key=votes.get), max(weights, key=weights.get))
