"""Preference labels from a model: soft labels, and the bias for the answer that is shown first."""

from math import exp, log

BIAS = 1.0  # log-odds that the judge gives away to whatever stands first


def sigmoid(x):
    return 1 / (1 + exp(-x))


def judge(better_by, first):
    """Probability that the judge names answer A; `better_by` is how much A follows the principle."""
    return sigmoid(better_by + (BIAS if first else -BIAS))


print("A better by  A first  B first  mean  hard labels  mean of log-odds")
for better_by in (2.0, 0.5, 0.0, -0.5):
    shown_first, shown_second = judge(better_by, True), judge(better_by, False)
    mean = (shown_first + shown_second) / 2
    odds = [log(p / (1 - p)) for p in (shown_first, shown_second)]
    hard = "".join("A" if p > 0.5 else "B" for p in (shown_first, shown_second))
    print(
        f"{better_by:11.1f} {shown_first:8.3f} {shown_second:8.3f} {mean:5.2f}  {hard:11}  {sigmoid(sum(odds) / 2):.3f}"
    )

# The label is a target for the preference model: cross-entropy with a soft label.
target = 0.7
for predicted in (0.5, 0.7, 0.99):
    loss = -target * log(predicted) - (1 - target) * log(1 - predicted)
    print(f"soft label {target}, predicted {predicted}: loss {loss:.3f}")
