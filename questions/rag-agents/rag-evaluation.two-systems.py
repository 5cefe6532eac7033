# True = relevant, in ranked order; each of the two queries has 2 relevant passages in all
old = [[True, False, False, False], [True, False, False, False]]
new = [[False, True, True, False], [False, True, False, True]]


def recall(run, k):
    return sum(sum(ranked[:k]) / 2 for ranked in run) / len(run)


def mrr(run):
    return sum(1 / (ranked.index(True) + 1) for ranked in run) / len(run)


for run in (old, new):
    print(mrr(run), recall(run, 4))
