def split_heads(x, heads):
    n, d = x.shape
    return x.reshape(n, d // heads, heads).transpose(2, 0, 1)
