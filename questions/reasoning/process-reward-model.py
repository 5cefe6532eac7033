"""Labels for outcome and process reward models, and what automatic step labels really measure."""

from math import prod
from operator import add, mul, sub

solutions = {  # task: ((17 + 5) * 2) - 4
    "sound": ["17 + 5 = 22", "22 * 2 = 44", "44 - 4 = 40"],
    "slip at the end": ["17 + 5 = 22", "22 * 2 = 44", "44 - 4 = 41"],
    "slip at the start": ["17 + 5 = 21", "21 * 2 = 42", "42 - 4 = 38"],
    "slips that cancel": ["17 + 5 = 21", "21 * 2 = 44", "44 - 4 = 40"],
}
RELIABLE, REPAIRS = 0.9, 0.3  # of the model that completes: step right, earlier slip noticed


def result(step):
    return int(step.split("=")[1])


def is_right(step):
    left, right = step.split("=")
    a, sign, b = left.split()
    return {"+": add, "-": sub, "*": mul}[sign](int(a), int(b)) == int(right)


def completed_right(steps, reference=(22, 44, 40)):
    """How often completions from here end in 40 (by the two rates instead of sampling)."""
    left = len(reference) - len(steps)
    back_on_track = 1.0 if result(steps[-1]) == reference[len(steps) - 1] else REPAIRS * (left > 0)
    return back_on_track * RELIABLE**left


print("solution           outcome  steps      automatic labels")
for name, steps in solutions.items():
    outcome = int(result(steps[-1]) == 40)
    process = [int(is_right(step)) for step in steps]
    automatic = [completed_right(steps[: k + 1]) for k in range(len(steps))]
    print(f"{name:18} {outcome:7}  {process}  {'  '.join(f'{x:.2f}' for x in automatic)}")

for name, steps in {"short": [0.90] * 5, "long": [0.97] * 20}.items():
    print(f"{name:5} product {prod(steps):.2f}  minimum {min(steps):.2f}  steps {len(steps)}")
