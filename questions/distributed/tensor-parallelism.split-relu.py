"""A 2-layer network on two devices: columns of W1, rows of W2 (all numbers, no matrices)."""


def relu(z):
    return max(z, 0)


x = 3
w1 = [2, -1]  # one hidden unit per device
w2 = [10, 5]
partial = [relu(x * a) * b for a, b in zip(w1, w2, strict=True)]
print(partial, sum(partial))
