def quantize(values):
    scale = max(abs(value) for value in values) / 127  # symmetric int8, one scale for all
    return [round(value / scale) for value in values]


print(quantize([0.4, -0.2, 127.0]))
