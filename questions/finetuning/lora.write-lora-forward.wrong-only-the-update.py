def lora_forward(x, weight, down, up, alpha):
    return alpha / len(down) * (x @ down.T) @ up.T
