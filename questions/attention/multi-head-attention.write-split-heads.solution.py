def split_heads(x, heads):
    """Cut vectors x (n, d) into heads: (heads, n, d // heads)."""
    n, d = x.shape
    return x.reshape(n, heads, d // heads).transpose(1, 0, 2)
