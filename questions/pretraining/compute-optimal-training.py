"""One budget, many splits: the flat optimum of Chinchilla, and what a smaller model costs."""

E, A, B, ALPHA, BETA = 1.8172, 482.01, 2085.43, 0.3478, 0.3658  # refit of 2024


def loss(params, tokens):
    return E + A / params**ALPHA + B / tokens**BETA


BUDGET = 5.76e23  # FLOP, about Chinchilla's; 6 N D
print("same budget, different splits")
for params in (10e9, 40e9, 70e9, 140e9, 280e9):
    tokens = BUDGET / (6 * params)
    split = f"{params / 1e9:3.0f}B on {tokens / 1e12:4.2f}T"
    print(f"  {split}: {tokens / params:5.1f} tokens per parameter, loss {loss(params, tokens):.3f}")

BIG, READ = 70e9, 1.4e12
target = loss(BIG, READ)
print(f"same loss {target:.3f} as 70B on 1.4T, smaller models")
for params in (50e9, 35e9, 20e9, 8e9):
    gap = target - E - A / params**ALPHA  # what the data term may still cost
    if gap <= 0:
        print(f"  {params / 1e9:2.0f}B: never, whatever the data")
        continue
    tokens = (B / gap) ** (1 / BETA)
    extra = 6 * params * tokens - 6 * BIG * READ
    served = extra / (2 * (BIG - params))  # 2N per token served
    split = f"{params / 1e9:2.0f}B on {tokens / 1e12:5.2f}T"
    cost = params * tokens / (BIG * READ)
    print(f"  {split}: training x {cost:.2f}, pays off after {served / 1e12:.1f}T tokens served")
