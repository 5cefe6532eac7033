rewards = [0, 0, 4]  # per token; the score comes with the last one
values = [1, 2, 3]  # what the value model expected before each token
smoothing = 0.5  # lambda; the discount is 1

advantages, running, following = [], 0, 0
for reward, value in zip(reversed(rewards), reversed(values)):
    error = reward + following - value
    running = error + smoothing * running
    advantages.append(running)
    following = value
print(advantages[::-1])
