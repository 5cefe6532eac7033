weights = [0.90, 0.08, 0.02]  # one query, three tokens
values = [0.1, 5.0, -2.0]  # d = 1

output = sum(w * v for w, v in zip(weights, values))
print(weights.index(max(weights)))

effects = []
for token in range(3):
    blanked = [0.0 if i == token else v for i, v in enumerate(values)]
    effects.append(round(output - sum(w * v for w, v in zip(weights, blanked)), 2))
print(effects)
