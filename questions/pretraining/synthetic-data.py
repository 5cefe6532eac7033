"""Model collapse: a Gaussian refitted to its own samples, replacing or keeping the older data."""

import numpy as np

rng = np.random.default_rng(0)
CHAINS, N, GENERATIONS = 400, 20, 100  # many independent chains, so that averages are stable


def mean_variance(keep_old):
    data = rng.normal(size=(CHAINS, N))  # the real data: variance 1
    for _ in range(GENERATIONS):
        mu, sigma = data.mean(axis=1), data.std(axis=1)  # maximum likelihood, per chain
        fresh = rng.normal(mu[:, None], sigma[:, None], size=(CHAINS, N))
        data = np.hstack([data, fresh]) if keep_old else fresh
    return float(data.var(axis=1).mean())


replaced, kept = mean_variance(keep_old=False), mean_variance(keep_old=True)
print("expected factor when data are replaced:", round(((N - 1) / N) ** GENERATIONS, 4))
print("replaced: less than 5 % of the variance left:", replaced < 0.05)
print("kept and added: more than half of it left:", kept > 0.5)

rare = 0.01  # a rare word: is it in a sample of n tokens at all?
for n in (20, 100, 500):
    print(f"a word with p = {rare} is missing from {n} tokens: probability {(1 - rare) ** n:.3f}")

answers = {(17, 25): 42, (8, 9): 18, (100, 1): 101}  # sums, as a model wrote them
verified = {pair: total for pair, total in answers.items() if sum(pair) == total}
print("kept after checking by computation:", verified)
