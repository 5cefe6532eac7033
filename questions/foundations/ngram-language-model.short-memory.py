"""The most frequent next word, given one word of context and given two."""

from collections import Counter, defaultdict

sentences = ["we ski in winter", "they swim in summer", "you swim in summer"]
after_one, after_two = defaultdict(Counter), defaultdict(Counter)
for sentence in sentences:
    words = sentence.split()
    for a, b, c in zip(words, words[1:], words[2:]):
        after_one[b][c] += 1
        after_two[a, b][c] += 1

prefix = ["we", "ski", "in"]
bigram = after_one[prefix[-1]].most_common(1)[0][0]
trigram = after_two[prefix[-2], prefix[-1]].most_common(1)[0][0]
print(bigram, trigram)
