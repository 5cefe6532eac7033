def lora_forward(x, weight, down, up, alpha):
    """x (n, d_in), weight (d_out, d_in), down A (r, d_in), up B (d_out, r) -> (n, d_out)."""
    rank = len(down)
    return x @ weight.T + alpha / rank * (x @ down.T) @ up.T
