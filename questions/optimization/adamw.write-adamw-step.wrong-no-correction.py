import numpy as np


def adamw_step(weight, gradient, m, v, step, rate, decay):
    beta_1, beta_2, epsilon = 0.9, 0.999, 1e-8
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    weight = weight - rate * (m / (np.sqrt(v) + epsilon) + decay * weight)
    return weight, m, v
