"""Speculative sampling leaves the target's distribution untouched, whatever the draft is worth."""

from fractions import Fraction as F

target = {"A": F(6, 10), "B": F(3, 10), "C": F(1, 10)}  # p: of the large model
drafts = {  # q: of the small model
    "good draft": {"A": F(5, 10), "B": F(4, 10), "C": F(1, 10)},
    "poor draft": {"A": F(1, 10), "B": F(2, 10), "C": F(7, 10)},
}


def speculate(p, q):
    """Exact probabilities of one position: accept with min(1, p/q), else sample from max(p - q, 0)."""
    accepted = {x: q[x] * min(F(1), p[x] / q[x]) for x in p}  # = min(p, q)
    residual = {x: max(p[x] - q[x], F(0)) for x in p}
    rejected = 1 - sum(accepted.values())  # equals the sum of the residual
    replaced = {x: rejected * residual[x] / sum(residual.values()) for x in p}
    return accepted, replaced


def show(row):
    return "  ".join(f"{x} {float(row[x]):.2f}" for x in row)


for name, q in drafts.items():
    accepted, replaced = speculate(target, q)
    written = {x: accepted[x] + replaced[x] for x in target}
    print(f"{name}: acceptance rate {float(sum(accepted.values())):.2f}")
    print(f"  accepted {show(accepted)}")
    print(f"  replaced {show(replaced)}")
    print(f"  together {show(written)}   equals the target: {written == target}")

print("tokens per target pass, and speed-up if a draft token costs a tenth of a pass (rate 0.8):")
for gamma in (1, 2, 4, 8, 16):
    tokens = (1 - 0.8 ** (gamma + 1)) / (1 - 0.8)
    speed_up = tokens / (1 + 0.1 * gamma)
    print(f"  {gamma:2} drafted: {tokens:.2f} tokens, {speed_up:.2f} times as fast")
