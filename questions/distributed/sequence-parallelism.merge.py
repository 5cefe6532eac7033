"""Two ranks hold different keys of one query; all scores are 0, so every weight is exp(0) = 1."""

values = [[2.0, 4.0], [9.0]]  # of the keys on rank 0 and on rank 1
sums = [sum(v) for v in values]  # unnormalized outputs
counts = [len(v) for v in values]  # sums of the weights
print(sum(sums) / sum(counts))
