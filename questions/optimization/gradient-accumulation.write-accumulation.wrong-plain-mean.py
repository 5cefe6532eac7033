def accumulate(gradients, sizes):
    return sum(gradients) / len(gradients)
