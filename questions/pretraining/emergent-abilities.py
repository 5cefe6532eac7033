"""A smooth gain per token looks like a sudden jump once a whole answer must be right."""

from math import exp, log10

SIZES = [1e7, 1e8, 1e9, 1e10, 1e11]  # parameters
LOSSES = [2.0, 1.0, 0.5, 0.25, 0.125]  # nats per answer token: a power law, halved per factor 10
ANSWER = 10  # tokens that must all be right
ITEMS = 100  # questions in the test

print("size    p(token)  exact match  of 100  log10(exact match)")
for size, loss in zip(SIZES, LOSSES):
    p = exp(-loss)  # probability of the right token, taken as equal at all places
    match = p**ANSWER
    row = f"{size:.0e}  {p:8.2f}  {match:11.4f}  {match * ITEMS:6.1f}  {log10(match):18.2f}"
    print(row)

match = exp(-LOSSES[2]) ** ANSWER
print(f"1e9 scores 0 of {ITEMS} with probability {(1 - match) ** ITEMS:.2f}")
print(f"1e9 scores 0 of {50 * ITEMS} with probability {(1 - match) ** (50 * ITEMS):.2f}")
for answer in (1, 3, 30):
    curve = [round(exp(-loss * answer), 2) for loss in LOSSES]
    print(f"answers of {answer} tokens: {curve}")
