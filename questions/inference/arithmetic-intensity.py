"""A roofline: attainable speed of a matrix product as the batch grows, on an H100 SXM in bf16."""

PEAK, BANDWIDTH = 989e12, 3.35e12  # FLOP/s (dense) and bytes/s
print(f"ridge point: {PEAK / BANDWIDTH:.0f} FLOP per byte")


def roofline(flops, bytes_moved):
    intensity = flops / bytes_moved
    attainable = min(PEAK, intensity * BANDWIDTH)
    bound = "memory" if attainable < PEAK else "compute"
    return f"{intensity:7.2f} FLOP/B, at most {attainable / 1e12:5.1f} TFLOP/s ({bound}-bound)"


d = 4096
for batch in (1, 16, 256, 512):
    flops = 2 * batch * d * d  # X (batch, d) times W (d, d)
    bytes_moved = 2 * (d * d + 2 * batch * d)  # read W and X, write the result, 2 bytes each
    print(f"batch {batch:3} x weights: {roofline(flops, bytes_moved)}")

n, head = 4096, 128
print(f"one query, {n} keys:  {roofline(4 * n * head, 2 * 2 * n * head)}")  # scores and sum; K, V
print(f"adding two vectors: {roofline(d, 3 * 2 * d)}")
