def accumulate(gradients, sizes):
    """Gradient (d,) of the mean loss of a batch, from means (d,) of micro-batches of these sizes."""
    total = sum(sizes)
    return sum(gradient * (size / total) for gradient, size in zip(gradients, sizes, strict=True))
