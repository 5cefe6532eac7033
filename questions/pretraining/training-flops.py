"""6ND: the work of a training run, its time on a cluster, and its utilization."""

PEAK = {"A100": 312e12, "H100": 989e12}  # dense bf16 FLOP/s
DAY = 86_400


def days(params, tokens, gpus, peak, mfu):
    return 6 * params * tokens / (gpus * peak * mfu) / DAY


for name, params, tokens in (("GPT-3 (2020)", 175e9, 300e9), ("7B on 2T tokens", 7e9, 2e12)):
    print(f"{name}: {6 * params * tokens:.2e} FLOP")
print(f"7B on 2T, 1024 A100 at 40 %: {days(7e9, 2e12, 1024, PEAK['A100'], 0.4):.2f} days")

d, d_ff = 4096, 4 * 4096  # one linear layer, counted: y = W x for one token
forward = 2 * d * d_ff  # a multiplication and an addition for each weight
backward = 2 * d * d_ff + 2 * d_ff * d  # gradient of the input, gradient of the weights
print("FLOP per weight and token:", forward / (d * d_ff), "+", backward / (d * d_ff))

tokens_per_second = 4.0e6  # measured on 512 H100 with a model of 7e9 parameters
mfu = 6 * 7e9 * tokens_per_second / (512 * PEAK["H100"])
print(f"MFU {mfu:.3f}; if every layer is recomputed, HFU {mfu * 8 / 6:.3f}")

layers, width, n = 32, 4096, 8192  # scores and weighted sums over n tokens, no causal saving
extra = 12 * layers * width * n
print(f"attention adds {extra / (6 * 7e9):.0%} to 6N at n = {n}")
