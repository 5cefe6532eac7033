# log-probabilities of the tokens of each answer option
options = {"A": [-3], "B": [-2, -2], "C": [-1, -1, -1, -1, -1]}

totals = {name: sum(logs) for name, logs in options.items()}
means = {name: sum(logs) / len(logs) for name, logs in options.items()}
print(max(totals, key=totals.get), max(means, key=means.get))
