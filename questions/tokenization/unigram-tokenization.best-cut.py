P = {"a": 0.2, "b": 0.2, "c": 0.1, "ab": 0.1, "bc": 0.15, "abc": 0.02}


def cuts(word):
    if not word:
        return [[]]
    ends = [n for n in range(1, len(word) + 1) if word[:n] in P]
    return [[word[:n], *rest] for n in ends for rest in cuts(word[n:])]


def probability(cut):
    result = 1.0
    for piece in cut:
        result *= P[piece]
    return result


best = max(cuts("abc"), key=probability)
print(len(cuts("abc")), best, round(probability(best), 3))
