prompt_losses = [2.0, 6.0, 4.0]  # nats for predicting each prompt token
answer_losses = [3.0, 1.0]  # nats for predicting each answer token

losses = prompt_losses + answer_losses
counted = [0] * len(prompt_losses) + [1] * len(answer_losses)

all_tokens = sum(losses) / len(losses)
answer_only = sum(c * loss for c, loss in zip(counted, losses)) / sum(counted)
print(all_tokens, answer_only)
