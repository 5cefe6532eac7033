probabilities = [0.1, 0.6, 0.1, 0.2]  # the router's softmax for one token
outputs = [10.0, 20.0, 30.0, 60.0]  # what each expert returns for it

chosen = sorted(range(4), key=lambda e: -probabilities[e])[:2]
total = sum(probabilities[e] for e in chosen)
mixed = sum(probabilities[e] / total * outputs[e] for e in chosen)
print(sorted(chosen), round(mixed, 1))
