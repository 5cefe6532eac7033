levels = [-1.0, -0.5, 0.0, 0.5, 1.0]  # a small codebook
weights = [0.9, -2.0, 0.3]

constant = max(abs(w) for w in weights)
codes = [min(range(5), key=lambda c: abs(levels[c] - w / constant)) for w in weights]
adapter = [0.0, 0.0, 0.0]
for step in range(2):  # training: only the adapter moves
    adapter = [a + 0.25 for a in adapter]

print(codes)
print([levels[c] * constant + a for c, a in zip(codes, adapter)])
