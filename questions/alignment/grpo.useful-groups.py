groups = [  # rewards of four answers to each of four prompts
    [1, 1, 1, 1],
    [0, 1, 0, 0],
    [0, 0, 0, 0],
    [1, 0, 1, 1],
]
accuracy = sum(map(sum, groups)) / 16
useful = sum(any(reward != sum(group) / 4 for reward in group) for group in groups)
print(accuracy, useful)
