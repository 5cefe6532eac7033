"""Four attributions of one output: two interchangeable features fool the local ones."""

from itertools import permutations


def f(x):
    """Features 0 and 1 are interchangeable (a smooth OR), feature 2 adds one half."""
    return 1 - (1 - x[0]) * (1 - x[1]) + 0.5 * x[2]


def gradient(x):
    return [1 - x[1], 1 - x[0], 0.5]


def only(*kept):
    """The input (1, 1, 1) with only the features in `kept`; the others at the baseline 0."""
    return [float(i in kept) for i in range(3)]


everything = f(only(0, 1, 2))
leave_one_out = [everything - f(only(*({0, 1, 2} - {i}))) for i in range(3)]

path = [gradient([(k + 0.5) / 1000] * 3) for k in range(1000)]  # from baseline to input
integrated = [sum(at[i] for at in path) / 1000 for i in range(3)]  # times (1 - 0)

shapley = [0.0, 0.0, 0.0]  # mean gain of a feature over the orders in which they can be added
for order in permutations(range(3)):
    for place, i in enumerate(order):
        shapley[i] += (f(only(*order[: place + 1])) - f(only(*order[:place]))) / 6

print("to explain: f(input) - f(baseline) =", everything - f(only()))
for name, values in (
    ("gradient x input", gradient(only(0, 1, 2))),
    ("leave one out", leave_one_out),
    ("integrated gradients", integrated),
    ("Shapley values", shapley),
):
    print(f"{name:20} {[round(v, 3) for v in values]}  sum {round(sum(values), 3)}")
