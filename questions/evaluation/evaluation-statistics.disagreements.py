def compare(a, b):  # 1 = right, 0 = wrong, question by question
    differences = [x - y for x, y in zip(a, b)]
    return sum(differences) / len(a), sum(d != 0 for d in differences)


model_a = [1, 1, 1, 0]
print(*compare(model_a, [1, 1, 0, 0]))
print(*compare(model_a, [0, 0, 1, 1]))
