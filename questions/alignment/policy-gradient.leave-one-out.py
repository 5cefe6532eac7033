rewards = [6, 0, 3]  # three answers sampled for the same prompt

advantages = []
for i, reward in enumerate(rewards):
    others = rewards[:i] + rewards[i + 1 :]
    advantages.append(reward - sum(others) / len(others))
print(advantages)
