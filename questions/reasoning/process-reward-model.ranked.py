from math import prod

scores = {  # what a process reward model says of each step
    "A": [0.9, 0.9, 0.8],
    "B": [1.0, 0.7, 1.0],
    "C": [0.5, 0.9, 1.0],
    "D": [0.75, 0.8, 0.8],
}
for rule in (prod, min):
    print(max(scores, key=lambda name: rule(scores[name])), end=" ")
print(min(scores, key=lambda name: prod(scores[name])))
