"""Perplexity from token probabilities, and bits per byte across different tokenizers."""

import math


def perplexity(probabilities):
    nll = [-math.log(p) for p in probabilities]  # nats per token
    return math.exp(sum(nll) / len(nll))


def bits_per_byte(ppl, tokens, byte_count):
    return tokens * math.log2(ppl) / byte_count


print("mixed tokens:", round(perplexity([1 / 2, 1 / 4, 1 / 8, 1 / 8]), 3))
print("uniform over 50:", round(perplexity([1 / 50] * 7), 3))
print("one bad token:", round(perplexity([1 / 2, 1 / 4, 1 / 8, 1e-6]), 3))

# the same text of 1000 bytes under two tokenizers
for name, ppl, tokens in [("model A", 16, 250), ("model B", 32, 200)]:
    bpb = bits_per_byte(ppl, tokens, 1000)
    print(f"{name}: perplexity {ppl}, {tokens} tokens, {bpb:.3f} bits per byte")
