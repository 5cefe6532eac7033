def shared(item, document, n=5):
    def grams(text):
        words = text.split()
        return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}

    return len(grams(item) & grams(document))


item = "tom has three apples and buys four more"
print(shared(item, "so tom has three apples and buys four more today"))
print(shared(item, "so tom has three apples then buys four more today"))
