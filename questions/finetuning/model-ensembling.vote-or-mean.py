models = [[0.45, 0.55], [0.45, 0.55], [0.90, 0.10]]  # probabilities of classes 0 and 1

votes = [p.index(max(p)) for p in models]
by_vote = max(set(votes), key=votes.count)

mean = [round(sum(p[c] for p in models) / len(models), 2) for c in (0, 1)]
by_mean = mean.index(max(mean))

print(by_vote, mean, by_mean)
