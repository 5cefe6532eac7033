top_rate, factor = 0.08, 2
layers = ["embedding", "block 1", "block 2", "head"]  # from input to output
frozen = {"embedding"}

rates = {}
for depth, layer in enumerate(reversed(layers)):
    rates[layer] = 0.0 if layer in frozen else top_rate / factor**depth

print([rates[layer] for layer in layers])
