words = "we saw two red foxes near the frozen lake".split()
spans = [(2, 5), (7, 9)]  # words 2, 3, 4 and words 7, 8, counted from 0

target = []
for number, (start, end) in enumerate(spans):
    target += [f"<{number}>"] + words[start:end]
target.append(f"<{len(spans)}>")  # a last sentinel closes the target

removed = sum(end - start for start, end in spans)
print(len(words) - removed + len(spans), len(target))
