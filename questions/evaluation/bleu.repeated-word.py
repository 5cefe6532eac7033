from collections import Counter

reference = Counter("the cat is on the mat".split())
candidate = Counter("the the the cat".split())

matched = sum(min(count, reference[word]) for word, count in candidate.items())
total = sum(candidate.values())
print(matched, total, matched / total)
