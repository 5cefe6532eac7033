from collections import Counter

finals = ["17", "18", "18.0", "17", "$18", "I am not sure", "18 "]  # ends of seven chains
print(Counter(finals).most_common(1)[0][0])

votes = Counter()
for text in finals:
    try:
        votes[float(text.strip(" $"))] += 1
    except ValueError:
        pass  # no answer, no vote
print(votes.most_common(1)[0])
