d_in, d_out, tokens = 100, 50, 10

forward = 2 * d_in * d_out * tokens  # Y = X W
grad_input = 2 * d_out * d_in * tokens  # dX = dY Wᵀ
grad_weights = 2 * d_in * d_out * tokens  # dW = Xᵀ dY
weights = d_in * d_out
print((forward + grad_input + grad_weights) // (weights * tokens))
