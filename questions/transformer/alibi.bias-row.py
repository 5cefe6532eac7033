heads, position = 4, 3
slopes = [2.0 ** (-8 * h / heads) for h in range(1, heads + 1)]
print(slopes)
print([slopes[0] * (key - position) for key in range(position + 1)])
