vocab = ["cat", "dog", "sat"]
added = [  # what each layer adds to the three logits, no norm
    [2, 0, 1],  # embedding
    [0, 1, 2],  # layer 1
    [0, 1, 1],  # layer 2
    [0, 4, 0],  # layer 3
]
logits = [0, 0, 0]
tops = []
for layer in added:
    logits = [old + new for old, new in zip(logits, layer)]
    tops.append(vocab[logits.index(max(logits))])
print(tops)
