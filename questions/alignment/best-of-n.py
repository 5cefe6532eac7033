"""Best-of-n exactly: what taking the best of n samples does to a policy of 100 equally likely answers."""

from math import log

K = 100  # answers, equally likely; answer i (1 is worst, K best) has the score i / K


def best_of(n):
    """Probabilities (K,) that answer i is the best of n draws."""
    return [(i**n - (i - 1) ** n) / K**n for i in range(1, K + 1)]


print("  n  mean score  n/(n+1)     KL  ln n - (n-1)/n")
for n in (1, 2, 4, 16, 64):
    probabilities = best_of(n)
    score = sum(p * i / K for i, p in enumerate(probabilities, 1))
    kl = sum(p * log(p * K) for p in probabilities if p > 0)
    bound = log(n) - (n - 1) / n
    print(f"{n:3}  {score:10.3f}  {n / (n + 1):7.3f}  {kl:5.3f}  {bound:14.3f}")

doubling = [sum(p * i / K for i, p in enumerate(best_of(n), 1)) for n in (8, 16)]
print(f"from 8 to 16 samples the score rises by {doubling[1] - doubling[0]:.3f}")
