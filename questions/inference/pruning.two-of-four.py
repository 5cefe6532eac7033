row = [0.9, -0.1, 0.4, 0.5, 0.2, -0.8, 0.3, 0.1]

mask = []
for start in range(0, len(row), 4):
    group = [abs(weight) for weight in row[start : start + 4]]
    limit = sorted(group)[2]  # the second largest of the four
    mask += [int(size >= limit) for size in group]
print(mask)
