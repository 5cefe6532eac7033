"""Sampling weights for three sources, and how often each source is then repeated."""

SIZES = {"web": 2000, "code": 200, "encyclopedia": 20}  # billions of tokens
BUDGET = 1000  # billions of tokens that training will read


def weights(alpha):
    """p_i proportional to n_i ** alpha: 1 keeps the natural shares, 0 makes them equal."""
    raised = {name: size**alpha for name, size in SIZES.items()}
    return {name: value / sum(raised.values()) for name, value in raised.items()}


for alpha in (1.0, 0.5, 0.0):
    p = weights(alpha)
    shares = ", ".join(f"{name} {100 * share:.1f} %" for name, share in p.items())
    epochs = ", ".join(f"{p[name] * BUDGET / SIZES[name]:.2f}" for name in SIZES)
    print(f"alpha {alpha}: {shares}")
    print(f"           epochs {epochs}")

chosen = {"web": 0.75, "code": 0.20, "encyclopedia": 0.05}  # set by hand or by a proxy model
print("chosen weights, epochs:", [chosen[name] * BUDGET / SIZES[name] for name in SIZES])
largest = 4 * SIZES["encyclopedia"] / BUDGET
print(f"largest encyclopedia weight with at most 4 epochs: {largest:.2f}")
