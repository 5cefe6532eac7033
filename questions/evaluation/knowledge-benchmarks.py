"""Scoring a multiple-choice item by log-likelihood: the rule decides which option is chosen."""

# log-probability of each token of an option, given the question (made-up values)
question = "The capital of France is"
options = {
    "A": ("Rome", [-1.5]),
    "B": ("the city of Paris", [-1.6, -0.3, -0.1, -0.4]),
    "C": ("Lyon, in the south-east", [-2.0, -0.8, -0.6, -0.9, -1.3]),
    "D": ("Madrid", [-4.0]),
}
print(question, "...")
for letter, (text, logs) in options.items():
    total = sum(logs)
    print(f"{letter} {text:24} sum {total:5.2f}   per token {total / len(logs):5.2f}")

by_sum = max(options, key=lambda o: sum(options[o][1]))
by_mean = max(options, key=lambda o: sum(options[o][1]) / len(options[o][1]))
print("chosen by sum:", by_sum, "  chosen by mean:", by_mean)


def above_chance(accuracy, n_options):
    return (accuracy - 1 / n_options) / (1 - 1 / n_options)


print("accuracy 0.70 corrected for chance, 4 options:", round(above_chance(0.70, 4), 3))
print("accuracy 0.70 corrected for chance, 10 options:", round(above_chance(0.70, 10), 3))
