"""A judge with position bias, caught by asking in both orders; agreement beyond chance."""


def judge(first, second):
    """Prefer the better answer, but only a lead of 2 points beats the bonus of standing first."""
    return "first" if first + 1.5 > second else "second"


def verdict(a, b):
    one = {"first": "A", "second": "B"}[judge(a, b)]
    two = {"first": "B", "second": "A"}[judge(b, a)]
    return one if one == two else "tie"


quality = [(7, 7), (8, 5), (6, 7), (4, 9), (8, 7)]  # (answer A, answer B)
single = ["A" if judge(a, b) == "first" else "B" for a, b in quality]
both = [verdict(a, b) for a, b in quality]
print("A always shown first:", single)
print("asked in both orders:", both)
print("consistent:", sum(v != "tie" for v in both), "of", len(both))


def kappa(agreement, judge_a, human_a):
    chance = judge_a * human_a + (1 - judge_a) * (1 - human_a)
    return (agreement - chance) / (1 - chance)


# how often judge and human agree; how often each says "A is better"
print("agree 80 %, each says A in 50 %: kappa", round(kappa(0.80, 0.5, 0.5), 2))
print("agree 84 %, each says A in 90 %: kappa", round(kappa(0.84, 0.9, 0.9), 2))
