general = {"film": 0.9, "court": 0.1}  # how often each word follows "in the last"
domain = {"film": 0.1, "court": 0.9}  # the same, in legal text

for replay in (0, 0.25):  # share of general text while continuing
    mixture = {w: replay * general[w] + (1 - replay) * domain[w] for w in general}
    print(round(mixture["film"], 2), end=" ")  # the model is trained until it fits the mixture
