"""Ideal times of prefill and decode: a step takes the longer of arithmetic and memory traffic."""

PEAK, BANDWIDTH = 989e12, 3.35e12  # FLOP/s in bf16 and bytes/s of an H100 SXM
PARAMS, CACHE_PER_TOKEN = 8e9, 131_072  # 8B weights in 2 bytes; 128 KiB of K and V a token


def step(new_tokens, cached_tokens):
    arithmetic = 2 * PARAMS * new_tokens / PEAK  # attention scores left out
    traffic = (2 * PARAMS + CACHE_PER_TOKEN * cached_tokens) / BANDWIDTH
    return max(arithmetic, traffic), "arithmetic" if arithmetic > traffic else "memory"


print("one request: prompt of 2000 tokens, reply of 500")
ttft, limit = step(2000, 0)
print(f"  prefill: {ttft * 1e3:.1f} ms, limited by {limit}")
tpot, limit = step(1, 2000)
print(f"  decode: {tpot * 1e3:.1f} ms a token, limited by {limit}")
print(f"  whole reply: {ttft + 499 * tpot:.2f} s")
print("decoding many such requests together:")
for batch in (1, 16, 64, 128):
    seconds, limit = step(batch, 2000 * batch)
    rate = batch / seconds
    print(f"  batch {batch:3}: {seconds * 1e3:5.1f} ms a token, {rate:6.0f} tokens/s, {limit}")
