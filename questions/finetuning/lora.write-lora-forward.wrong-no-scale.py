def lora_forward(x, weight, down, up, alpha):
    return x @ weight.T + (x @ down.T) @ up.T
