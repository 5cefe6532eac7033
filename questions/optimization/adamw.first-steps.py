"""The very first Adam step for three gradients of different size and sign."""

rate, beta1, beta2 = 0.1, 0.9, 0.999
moves = []
for gradient in (0.01, 50.0, -50.0):
    m = (1 - beta1) * gradient
    v = (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1), v / (1 - beta2)
    moves.append(round(-rate * m_hat / v_hat**0.5, 3))
print(moves)
