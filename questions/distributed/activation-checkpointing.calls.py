"""Count the layers that run forward when each segment is recomputed before its backward pass."""

layers, segment = 6, 3
runs = []
runs += [f"F{i}" for i in range(layers)]  # forward: only inputs of F0 and F3 are kept
for start in reversed(range(0, layers, segment)):
    runs += [f"F{i}" for i in range(start, start + segment)]  # recompute
    runs += [f"B{i}" for i in reversed(range(start, start + segment))]
print(len(runs), runs[6], runs[-1])
