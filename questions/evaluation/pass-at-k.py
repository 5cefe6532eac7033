"""pass@k from n samples: the unbiased estimator, the biased plug-in, and pass^k (all k succeed)."""

from itertools import combinations
from math import comb


def pass_at_k(n, c, k):
    return 1 - comb(n - c, k) / comb(n, k)  # comb is 0 if fewer than k samples failed


def plug_in(n, c, k):
    return 1 - (1 - c / n) ** k


def pass_hat_k(n, c, k):
    return comb(c, k) / comb(n, k)


n, c = 10, 3  # 10 samples of one problem, 3 passed the tests
for k in (1, 2, 5):
    unbiased, biased, all_pass = pass_at_k(n, c, k), plug_in(n, c, k), pass_hat_k(n, c, k)
    print(f"k={k}: pass@k {unbiased:.4f}  plug-in {biased:.4f}  pass^k {all_pass:.4f}")

passed = [1] * c + [0] * (n - c)
groups = list(combinations(passed, 5))
good = sum(any(group) for group in groups)
print(f"by enumeration, k=5: {good} of {len(groups)} groups hold a success")

# two problems: the benchmark score averages the problems, not the samples
print("two problems (c=10 and c=0), pass@5:", (pass_at_k(10, 10, 5) + pass_at_k(10, 0, 5)) / 2)
print("pooled (10 of 20 passed), pass@5:", round(pass_at_k(20, 10, 5), 4))
