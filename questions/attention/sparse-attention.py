"""Which 4 of 64 keys to read: a fixed window, a fixed stride, or the top-k by content."""

import numpy as np

n, k = 64, 4
keys = np.eye(n)  # (n, n): every token has a key of its own
keys[50] = keys[51] = keys[5]  # two later mentions of token 5's topic
values = np.arange(n, dtype=float)  # (n,): a value is the position it comes from
query = 9.0 * keys[5]  # (n,): the last token asks for that topic


def attend(chosen):
    scores = keys[chosen] @ query  # (len(chosen),)
    exps = np.exp(scores)
    return float(exps @ values[chosen] / exps.sum()), exps.sum()


everything = np.arange(n)
full, total = attend(everything)
print(f"full attention, {n} keys: output {full:.2f}")
patterns = {
    "window": everything[-k:],
    "stride": everything[n // k - 1 :: n // k],
    "top-k": np.sort(np.argsort(-(keys @ query), kind="stable")[:k]),
}
for name, chosen in patterns.items():
    output, mass = attend(chosen)
    share = mass / total
    print(f"{name:7}keys {chosen.tolist()!s:17} weight covered {share:.3f}, output {output:.2f}")
