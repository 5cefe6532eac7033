"""Inputs and targets of next-token prediction for two short documents."""

documents = ["we sell sea shells", "sea birds sing"]

inputs, targets = [], []
for document in documents:
    tokens = document.split()
    inputs += tokens[:-1]
    targets += tokens[1:]

after_sea = [y for x, y in zip(inputs, targets) if x == "sea"]
print(len(targets), after_sea)
