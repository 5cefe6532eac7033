def split_heads(x, heads):
    n, d = x.shape
    return x.reshape(heads, n, d // heads)
