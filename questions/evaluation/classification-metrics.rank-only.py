def auc(positives, negatives):
    wins = sum(p > n for p in positives for n in negatives)
    return wins / (len(positives) * len(negatives))


positives, negatives = [0.9, 0.4], [0.6, 0.3]
before = auc(positives, negatives)
after = auc([p**2 for p in positives], [n**2 for n in negatives])
print(before, after)
