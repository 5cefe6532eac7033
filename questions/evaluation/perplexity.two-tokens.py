import math


def perplexity(probabilities):
    total = sum(-math.log(p) for p in probabilities)
    return round(math.exp(total / len(probabilities)), 2)


print(perplexity([1 / 2, 1 / 8]))
print(perplexity([1 / 10] * 6))
