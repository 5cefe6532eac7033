sizes = [64, 16]  # billions of tokens

for alpha in (1, 0.5, 0):
    raised = [n**alpha for n in sizes]
    print(round(raised[1] / sum(raised), 2), end=" ")
