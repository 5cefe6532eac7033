from math import sqrt


def z(tokens):  # a token is green if it has the parity of the one before; chance 0.5
    pairs = list(zip(tokens, tokens[1:], strict=False))
    green = sum(a % 2 == b % 2 for a, b in pairs)
    return (green - 0.5 * len(pairs)) / sqrt(len(pairs) * 0.25)


text = [2 * i for i in range(17)]  # 17 even numbers
print(z(text))
text[5] += 1  # one token changed
print(z(text))
