"""Over-optimization: as the KL price falls, the proxy reward keeps rising and the true quality does not."""

import numpy as np

answers = [  # name, share under the reference, proxy reward, true quality
    ("short and vague", 0.70, 0.0, 0.0),
    ("clear and right", 0.29, 2.0, 2.0),
    ("padded", 0.0099, 3.0, 1.0),
    ("exploits a bug", 0.0001, 5.0, -3.0),
]
reference, proxy, true = (np.array([answer[k] for answer in answers]) for k in (1, 2, 3))  # (4,)

print(" beta    KL  proxy   true  most likely answer")
rows = []
for beta in (100.0, 2.0, 1.0, 0.5, 0.25):
    weights = reference * np.exp(proxy / beta)
    policy = weights / weights.sum()  # the best policy for this beta
    kl = float((policy * np.log(policy / reference)).sum())
    rows.append((float(policy @ proxy), float(policy @ true)))
    name = answers[int(policy.argmax())][0]
    print(f"{beta:5.2f} {kl:5.2f} {rows[-1][0]:6.2f} {rows[-1][1]:6.2f}  {name}")

print("proxy always rises:", all(a[0] < b[0] for a, b in zip(rows, rows[1:])))
print("true always rises :", all(a[1] < b[1] for a, b in zip(rows, rows[1:])))
