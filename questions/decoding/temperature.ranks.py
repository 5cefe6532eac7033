from math import exp

logits = {"tea": 1.5, "milk": -0.5, "juice": 3.0}

for T in (0.2, 5.0):
    weights = {token: exp(z / T) for token, z in logits.items()}
    ranked = sorted(weights, key=weights.get, reverse=True)
    print(ranked[0], weights[ranked[0]] / sum(weights.values()) > 0.9, end=" ")
