"""Accumulation with the reset at the wrong place."""

micro_gradients = [4.0, 8.0, 1.0, 3.0]  # mean gradients of 4 equal micro-batches
w, rate, every = 10.0, 1.0, 2
stored = 0.0
for number, gradient in enumerate(micro_gradients, 1):
    stored = 0.0  # the reset stands inside the loop
    stored += gradient / every
    if number % every == 0:
        w -= rate * stored
        print(w)
