def pairs(text):
    words = text.split()
    return set(zip(words, words[1:]))


a = pairs("we row the boat to the shore")
b = pairs("we row a boat to the shore")
print(len(a & b), len(a | b))
