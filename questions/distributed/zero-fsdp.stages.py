"""Bytes of model states per parameter and device for the ZeRO stages on 4 devices."""

devices = 4
weights, gradients, optimizer = 2, 2, 12
print(weights + gradients + optimizer / devices)
print(weights + (gradients + optimizer) / devices)
print((weights + gradients + optimizer) / devices)
