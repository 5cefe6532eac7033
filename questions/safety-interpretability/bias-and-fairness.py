"""One screening model, two groups: three notions of fair, which do not hold together."""

import numpy as np

# Per group: (number of people, how many are suited, suited and invited, not suited and invited).
groups = {"A": (100, 50, 40, 10), "B": (100, 20, 16, 16)}

rows = []
for name, (people, suited, hit, false_alarm) in groups.items():
    invited = (hit + false_alarm) / people  # demographic parity compares this
    tpr = hit / suited  # equal opportunity compares this
    fpr = false_alarm / (people - suited)  # equalized odds compares both
    precision = hit / (hit + false_alarm)  # predictive parity compares this
    rows.append([invited, tpr, fpr, precision])
    print(f"{name}: invited {invited:.2f}, TPR {tpr:.2f}, FPR {fpr:.2f}, precision {precision:.2f}")

gap = np.abs(np.subtract(*rows))  # (4,)
for label, size in zip(("demographic parity", "TPR", "FPR", "precision"), gap, strict=True):
    print(f"gap in {label:18}: {float(size):.2f}")
