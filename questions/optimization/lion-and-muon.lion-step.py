gradient = [0.001, 50.0, -3.0]
momentum = [0.0, -4.0, 1.0]
weights = [1.0, 1.0, 1.0]

for i, (g, m) in enumerate(zip(gradient, momentum)):
    c = 0.9 * m + 0.1 * g
    weights[i] -= 0.5 * (1 if c > 0 else -1)
print(weights)
