def angle(position, pair, scale, base=100, dim=4):
    return position / scale / base ** (2 * pair / dim)  # RoPE with position interpolation


fast, slow = 0, 1
print(angle(1, fast, scale=1), angle(1, slow, scale=1))  # step to the next token, as trained
print(angle(1, fast, scale=5), angle(1, slow, scale=5))  # stretched to 5 times the length
