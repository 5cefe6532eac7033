"""Pick the best of k prompts on a few test cases: how much too good the winner looks."""

from math import comb

RATE = 0.70  # every prompt is in truth equally good: 70 % of answers right


def at_most(right, cases):
    """Probability that one prompt gets at most this many of the cases right."""
    return sum(comb(cases, i) * RATE**i * (1 - RATE) ** (cases - i) for i in range(right + 1))


def winner_score(prompts, cases):
    """Expected accuracy, on the same cases, of the best of several prompts."""
    below = [0.0] + [at_most(right, cases) ** prompts for right in range(cases + 1)]
    return sum(right / cases * (below[right + 1] - below[right]) for right in range(cases + 1))


print("measured accuracy of the winning prompt; each is truly right in 70 % of cases")
print("prompts tried" + "".join(f"{str(n) + ' cases':>12}" for n in (20, 100, 500)))
for prompts in (1, 5, 20, 100):
    print(f"{prompts:13}" + "".join(f"{winner_score(prompts, n):12.1%}" for n in (20, 100, 500)))

print("standard error of one measured accuracy")
print(f"{'':13}" + "".join(f"{(RATE * (1 - RATE) / n) ** 0.5:12.1%}" for n in (20, 100, 500)))
