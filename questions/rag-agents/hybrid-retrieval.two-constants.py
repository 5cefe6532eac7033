lexical = ["A", "B", "C", "D"]  # best first
dense = ["E", "B", "C", "A"]


def fused(doc, k):
    return sum(1 / (k + ranking.index(doc) + 1) for ranking in (lexical, dense) if doc in ranking)


for k in (0, 8):
    print(k, max("ABCDE", key=lambda doc: fused(doc, k)))
