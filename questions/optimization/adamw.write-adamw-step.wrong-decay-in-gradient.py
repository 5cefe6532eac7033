import numpy as np


def adamw_step(weight, gradient, m, v, step, rate, decay):
    beta_1, beta_2, epsilon = 0.9, 0.999, 1e-8
    gradient = gradient + decay * weight
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    m_hat = m / (1 - beta_1**step)
    v_hat = v / (1 - beta_2**step)
    return weight - rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v
