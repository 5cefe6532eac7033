def layer_norm(x, gain, bias, epsilon=1e-5):
    mean = x.mean(axis=-1, keepdims=True)
    return gain * (x - mean) / (x.std(axis=-1, keepdims=True) + epsilon) + bias
