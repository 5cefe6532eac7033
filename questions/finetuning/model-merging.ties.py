task_vectors = [[3.0, -1.0, 0.2], [1.0, 4.0, -0.1], [-2.0, 2.0, 0.1]]

trimmed = [[t if abs(t) >= 1.0 else 0.0 for t in vector] for vector in task_vectors]
merged = []
for column in zip(*trimmed):  # one weight in all three models
    sign = 1 if sum(column) >= 0 else -1
    agreeing = [t for t in column if t * sign > 0]
    merged.append(sum(agreeing) / len(agreeing) if agreeing else 0.0)
print(merged)
