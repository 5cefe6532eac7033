weights = [1.4, 1.4, 1.4]  # the grid is the integers; all three inputs are always equal
print([round(w) for w in weights])

codes = []
for j in range(len(weights)):
    codes.append(round(weights[j]))
    error = weights[j] - codes[j]
    rest = len(weights) - j - 1
    for k in range(j + 1, len(weights)):
        weights[k] += error / rest  # shared among the weights not yet rounded
print(codes)
