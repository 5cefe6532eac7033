IGNORE = -100  # a label that the loss leaves out
sequence = [
    (1, "user"), (5, "user"), (2, "user"),  # 1 opens a message, 2 closes it
    (1, "header"), (6, "assistant"), (7, "assistant"), (2, "assistant"),
]  # fmt: skip

labels = [token if role == "assistant" else IGNORE for token, role in sequence]
targets = labels[1:]  # position t is trained to predict label t + 1
print(targets)
print(sum(t != IGNORE for t in targets))
