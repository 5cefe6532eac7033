"""Mean loss of a batch in which some positions are padding."""

token_losses = [1.0, 3.0, 5.0, 7.0]  # -log p of the target at each position
is_token = [1, 1, 0, 0]  # 0 marks padding

total = sum(loss * real for loss, real in zip(token_losses, is_token))
print(total / sum(is_token))
