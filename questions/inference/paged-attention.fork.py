tables = {"a": [0, 1, 2], "b": [0, 1, 2]}  # two samples of one prompt: 10 tokens, 4 per block
lengths = {"a": 10, "b": 10}
users = [2, 2, 2]  # how many sequences use each physical block
for name in "babb":  # who writes the next token
    table, inside = tables[name], lengths[name] % 4
    if inside and users[table[-1]] > 1:  # partly filled and shared: copy on write
        users[table.pop()] -= 1
        inside = 0
    if inside == 0:
        table.append(len(users))  # a new physical block
        users.append(1)
    lengths[name] += 1
print(tables["a"], tables["b"])
