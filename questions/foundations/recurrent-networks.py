"""Gradients through 50 time steps vanish, survive or explode; gates and clipping help."""

import numpy as np

STEPS = 50
angle = 0.3
rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])  # (2, 2)


def gradient_through_time(recurrent, steps):
    """Norm of the loss gradient at the first step: one factor Wᵀ for every step back."""
    gradient = np.array([1.0, 0.0])  # dL/dh at the last step, (2,)
    for _ in range(steps):
        gradient = recurrent.T @ gradient
    return float(np.linalg.norm(gradient))


for radius in (0.9, 1.0, 1.1):
    norm = gradient_through_time(radius * rotation, STEPS)
    print(f"plain RNN, spectral radius {radius}: gradient norm {norm:.4g} after {STEPS} steps")

for forget in (0.9, 0.99):  # along the cell state the factor is the forget gate, set by the network
    print(f"LSTM cell path, forget gate {forget}: factor {forget**STEPS:.4g}")

exploded = np.array([300.0, -400.0])
clipped = exploded * min(1.0, 1.0 / np.linalg.norm(exploded))  # clip the norm at 1
print(f"clipping: norm {np.linalg.norm(exploded):.0f} -> {np.linalg.norm(clipped):.0f},", end=" ")
print(f"direction {clipped.round(2).tolist()}")
