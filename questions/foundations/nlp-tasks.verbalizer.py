"""Zero-shot classification with a language model: compare the words that stand for the labels."""

# Next-token probabilities after the prompt "Review: I would watch it again. In a word, it was"
next_token = {"the": 0.40, "a": 0.25, "great": 0.12, "terrible": 0.03}
label_words = {"positive": "great", "negative": "terrible"}

scores = {label: next_token[word] for label, word in label_words.items()}
best = max(scores, key=scores.get)
print(best, round(scores[best] / sum(scores.values()), 2))
