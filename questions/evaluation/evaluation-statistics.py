"""Error bars of an accuracy, and why comparing two models question by question is sharper."""

import math


def standard_error(p, n):
    return math.sqrt(p * (1 - p) / n)


n, acc_a, acc_b = 500, 0.80, 0.76
se_a, se_b = standard_error(acc_a, n), standard_error(acc_b, n)
print(f"A: {acc_a:.2f} +- {1.96 * se_a:.3f}   B: {acc_b:.2f} +- {1.96 * se_b:.3f}   (95 %)")

difference = acc_a - acc_b
unpaired = math.sqrt(se_a**2 + se_b**2)
z = difference / unpaired
print(f"difference {difference:.2f}, unpaired error {unpaired:.4f}, z = {z:.2f}")

# the same questions: only those where the models differ matter
only_a, only_b = 35, 15  # right in A only, right in B only
paired = math.sqrt(only_a + only_b - (only_a - only_b) ** 2 / n) / n
z = (only_a - only_b) / n / paired
print(f"difference {difference:.2f}, paired error   {paired:.4f}, z = {z:.2f}")

print("questions for +-2 points at accuracy 0.5:", math.ceil((1.96 * 0.5 / 0.02) ** 2))
print("20 benchmarks, no true difference: P(some p < 0.05) =", round(1 - 0.95**20, 2))
