"""Answering at once, or thinking with checks under a budget: accuracy and tokens spent."""

# Task: find the whole number x with x**3 + 7 * x = n. Checking a guess is easy, guessing is not.
answers = [2, 3, 5, 8, 13, 21, 34, 55]
problems = [x**3 + 7 * x for x in answers]


def first_guess(n):
    return round(n ** (1 / 3) * 0.8)  # a rough intuition


def think(n, budget, recheck=0):
    """Try, check, go back, try another: each check costs a thinking token."""
    start = first_guess(n)
    spent, distance = 0, 0
    while spent < budget:
        for x in dict.fromkeys((start + distance, start - distance)):  # nearer ones first
            spent += 1
            if x**3 + 7 * x == n:
                return x, spent + recheck  # a good reasoner stops here
            if spent == budget:
                break
        distance += 1
    return start, spent  # cut off: answer with the first guess


print("budget  right  thinking tokens per problem")
for budget in (0, 1, 4, 16, 64):
    results = [think(n, budget) for n in problems]
    right = sum(x == answer for (x, _), answer in zip(results, answers))
    print(f"{budget:6}  {right}/8    {[spent for _, spent in results]}")

over = [think(n, 64, recheck=30) for n in problems]
print("with 30 needless checks:", [spent for _, spent in over])
