tokens = ["user:", "<image>", "what", "is", "this", "?", "assistant:", "a", "bus", "</s>"]
n_visual = 4  # a very small image: 2 x 2 patches

labels = []
in_answer = False
for token in tokens:
    if token == "<image>":
        labels += [None] * n_visual
    else:
        labels.append(token if in_answer else None)
    in_answer = in_answer or token == "assistant:"
print(len(labels), sum(label is not None for label in labels))
