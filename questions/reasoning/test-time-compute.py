"""The game of 24 by one greedy path and by wider searches; coverage of repeated sampling."""

from itertools import combinations

puzzles = [(4, 9, 10, 13), (1, 4, 8, 8), (6, 6, 6, 6), (1, 5, 5, 5), (3, 3, 8, 8), (2, 3, 5, 12)]
puzzles += [(4, 5, 6, 10), (2, 8, 8, 14), (1, 2, 7, 7), (3, 6, 6, 11)]


def steps(state):
    """All ways to replace two of the numbers by their sum, difference, product or quotient."""
    for i, j in combinations(range(len(state)), 2):
        a, b = state[i], state[j]
        rest = [x for k, x in enumerate(state) if k not in (i, j)]
        quotients = {x / y for x, y in ((a, b), (b, a)) if y}
        for result in sorted({a + b, a - b, b - a, a * b} | quotients):
            yield tuple(sorted([*rest, result]))


def promise(state):
    """A rough opinion of a state: are its numbers near to those that help to make 24?"""
    return -sum(min(abs(x - good) for good in (1, 2, 3, 4, 6, 8, 12, 24)) for x in state)


def search(puzzle, width):
    """Keep the `width` most promising states of each depth; True if 24 is reached."""
    level, looked_at = [puzzle], 0
    for _ in range(3):
        found = {new for state in level for new in steps(state)}
        looked_at += len(found)
        level = sorted(found, key=lambda state: (promise(state), state))[-width:]
    return any(abs(state[0] - 24) < 1e-9 for state in level), looked_at


print("game of 24, states looked at, puzzles solved:")
for width in (1, 5, 20, 100):
    solved, looked_at = zip(*(search(tuple(sorted(puzzle)), width) for puzzle in puzzles))
    print(f"  width {width:3}: {sum(looked_at):5} states  {sum(solved):2} of {len(puzzles)}")
print("at least one of k samples is right:")
for p in (0.05, 0.01, 0.0):
    print(f"  p = {p:.2f}:", "  ".join(f"k = {k}: {1 - (1 - p) ** k:.3f}" for k in (1, 10, 100)))
