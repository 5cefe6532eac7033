def adapter(h, down, up):
    """One hidden vector of width 2, bottleneck of width 1, ReLU in between."""
    z = max(0.0, h[0] * down[0] + h[1] * down[1])
    return [h[0] + z * up[0], h[1] + z * up[1]]


down, untrained, trained = [1.0, -1.0], [0.0, 0.0], [2.0, 1.0]
print(adapter([3.0, 1.0], down, untrained))
print(adapter([3.0, 1.0], down, trained))
print(adapter([1.0, 3.0], down, trained))
