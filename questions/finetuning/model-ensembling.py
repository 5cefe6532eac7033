"""Majority votes and averages, exactly: what independence gives and correlation takes away."""

from math import comb, sqrt


def majority(p, n):
    """Accuracy of the vote of n independent models that are right with probability p."""
    return sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n // 2 + 1, n + 1))


print("majority vote of independent models")
print("accuracy of one " + "".join(f"{'N = ' + str(n):>9}" for n in (1, 3, 11, 51)))
for p in (0.7, 0.5, 0.4):
    print(f"{p:15} " + "".join(f"{majority(p, n):9.3f}" for n in (1, 3, 11, 51)))


def variance_of_mean(n, rho):
    """Error variance of the mean: models of error variance 1 whose errors share a part."""
    shared, own = sqrt(rho), sqrt(1 - rho)  # error of a model = shared * z + own * z_i
    weights = [shared] + [own / n] * n  # the mean as a sum of independent unit parts
    return sum(w * w for w in weights)


print("error variance of the mean, one model = 1")
print("correlation     " + "".join(f"{'N = ' + str(n):>9}" for n in (1, 3, 11, 51)))
for rho in (0.0, 0.5, 0.9):
    print(f"{rho:15} " + "".join(f"{variance_of_mean(n, rho):9.3f}" for n in (1, 3, 11, 51)))
