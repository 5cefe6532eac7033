"""Recall@k, MRR and nDCG of ranked lists, and what each of them does not see."""

from math import log2

# For each query the grades of the ranked passages (0 = useless, 3 = perfect).
# Every relevant passage of this small collection stands somewhere in its list.
QUERIES = {
    "first is perfect": [3, 0, 0, 0, 0, 2],
    "first is so-so": [1, 0, 3, 0, 2, 0],
    "nothing until rank 4": [0, 0, 0, 3, 0, 0],
}


def recall(grades, k):
    return sum(g > 0 for g in grades[:k]) / sum(g > 0 for g in grades)


def reciprocal_rank(grades):
    return next((1 / rank for rank, g in enumerate(grades, 1) if g > 0), 0.0)


def dcg(grades, k):
    return sum((2**g - 1) / log2(rank + 1) for rank, g in enumerate(grades[:k], 1))


def ndcg(grades, k):
    return dcg(grades, k) / dcg(sorted(grades, reverse=True), k)


print(f"{'':22}recall@3  recall@6     RR  nDCG@6")
rows = []
for name, grades in QUERIES.items():
    row = (recall(grades, 3), recall(grades, 6), reciprocal_rank(grades), ndcg(grades, 6))
    rows.append(row)
    print(f"{name:22}{row[0]:8.2f}{row[1]:10.2f}{row[2]:7.2f}{row[3]:8.2f}")
mean = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
print(f"{'mean (MRR for RR)':22}{mean[0]:8.2f}{mean[1]:10.2f}{mean[2]:7.2f}{mean[3]:8.2f}")
