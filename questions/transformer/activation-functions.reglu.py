def relu(x):
    return max(0.0, x)


def hidden_unit(x, w_gate, w_up):  # one unit of a gated layer whose gate uses ReLU
    return relu(x * w_gate) * (x * w_up)


print([hidden_unit(x, w_gate=1.0, w_up=-2.0) for x in (-3.0, 0.5, 2.0)])
