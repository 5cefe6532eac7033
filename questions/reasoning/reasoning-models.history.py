turns = [  # tokens of the user's message, of the thinking, of the answer
    (20, 300, 40),
    (10, 500, 60),
    (10, 200, 30),
]
history, written = 0, 0
for user, thinking, answer in turns:
    prompt = history + user
    written += thinking + answer
    history = prompt + answer  # the thinking is not sent again
print(prompt, written)
