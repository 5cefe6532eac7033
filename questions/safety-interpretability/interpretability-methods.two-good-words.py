def model(words):
    """1.0 for a positive review: one word of praise is enough."""
    return 1.0 if {"great", "superb"} & set(words) else 0.0


text = ["a", "great", "superb", "film"]
drops = [model(text) - model([w for w in text if w != word]) for word in text]
print(drops)
print(model(text) - model(["a", "film"]))
