def count(text, vocabulary):  # greedy: longest entry that fits, else one character
    tokens = 0
    while text:
        fits = [word for word in vocabulary if text.startswith(word)]
        text = text[len(max(fits, key=len, default=" ")) :]
        tokens += 1
    return tokens


small, large = [], ["the", "th", "ing"]
print(count("the thing", small), count("the thing", large))
print(count("der Hund", small), count("der Hund", large))
