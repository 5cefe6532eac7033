reference = ["<s>", "I", "like", "green", "tea", "</s>"]
learned = {"<s>": "I", "I": "green", "like": "green", "green": "tea", "tea": "</s>"}

forced = [learned[token] for token in reference[:-1]]

free, token = [], "<s>"
while token != "</s>":
    token = learned[token]
    free.append(token)

print(" ".join(forced))
print(" ".join(free))
