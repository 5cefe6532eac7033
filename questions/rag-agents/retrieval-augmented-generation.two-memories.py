in_weights = {"speed limit": 50}  # learned in training
index = {"speed limit": 60}  # texts that can be retrieved


def answer(question, retrieval):
    if retrieval and question in index:
        return index[question]
    return in_weights.get(question, "unknown")


print(answer("speed limit", retrieval=True))
index["speed limit"] = 80
print(answer("speed limit", retrieval=True))
print(answer("speed limit", retrieval=False))
