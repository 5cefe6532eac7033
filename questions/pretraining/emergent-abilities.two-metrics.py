target = "4096"
outputs = {"small": "2196", "medium": "4086", "large": "4096"}

print([int(text == target) for text in outputs.values()])
print([sum(a == b for a, b in zip(text, target)) for text in outputs.values()])
