def label(words):
    polarity = 1 if "good" in words else 0
    return -polarity if "not" in words else polarity


words = ["not", "good", "at", "all"]  # its own label is -1
copies = [words[:i] + words[i + 1 :] for i in range(len(words))]
print([label(copy) for copy in copies])
