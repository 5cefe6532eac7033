"""Masked diffusion with a perfect model of four sentences: the risk of filling masks at once."""

CORPUS = [
    "she lives in New York".split(),
    "she lives in Los Angeles".split(),
    "they moved to New York".split(),
    "they moved to Los Angeles".split(),
]


def fitting(text):
    return [s for s in CORPUS if all(w in ("_", v) for w, v in zip(text, s))]


def generate(text, plan):
    """Chance of a true sentence if the positions of plan[0] are filled at once, then plan[1], ..."""
    fits = fitting(text)
    if not plan or not fits:
        return float(bool(fits))
    outcomes = [(list(text), 1.0)]
    for position in plan[0]:  # each drawn by itself, all predicted from the same masked text
        words = [s[position] for s in fits]
        outcomes = [
            (t[:position] + [w] + t[position + 1 :], p * words.count(w) / len(words))
            for t, p in outcomes
            for w in sorted(set(words))
        ]
    return sum(p * generate(t, plan[1:]) for t, p in outcomes)


print("filled together (_ _ _ _ _, positions 0 to 4)  true sentences")
for plan in (
    [[0, 1, 2, 3, 4]],
    [[0, 1, 2], [3, 4]],
    [[0, 3], [1, 2, 4]],  # two words that do not depend on each other, then what follows from them
    [[0], [1], [2], [3], [4]],
    [[4], [2], [0], [1], [3]],  # any order will do, not just left to right
):
    print(f"{len(plan)} steps {plan!s:38}{generate(['_'] * 5, plan):15.1%}")
