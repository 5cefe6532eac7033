"""Linear warmup and linear decay in one line, at five steps."""

peak, warmup, total = 2.0, 4, 20
rates = []
for step in (1, 4, 8, 12, 20):
    rates.append(peak * min(step / warmup, (total - step) / (total - warmup)))
print(rates)
