"""How the weights in the layers grow with depth and with width."""


def layer_parameters(layers, width):
    return layers * 12 * width * width


base = layer_parameters(12, 768)
deeper = layer_parameters(24, 768)
wider = layer_parameters(12, 1536)
print(deeper // base, wider // base)
