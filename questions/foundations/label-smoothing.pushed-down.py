"""Gradient of the label-smoothed loss at a very confident, correct prediction."""

K, eps, true_class = 3, 0.3, 0
p = [0.98, 0.01, 0.01]  # the model's probabilities

target = [eps / K] * K
target[true_class] += 1 - eps
gradient = [round(p[k] - target[k], 2) for k in range(K)]
print(gradient)
