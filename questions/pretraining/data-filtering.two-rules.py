STOP_WORDS = {"the", "of", "and", "to", "with"}


def keep(text):
    words = text.split()
    long_enough = len(words) >= 6
    enough_stop_words = sum(word in STOP_WORDS for word in words) >= 2
    return long_enough and enough_stop_words


a = "the mill stands at the end of the lane"
b = "buy shoes buy boots buy sandals free shipping"
c = "the end of it"
print([keep(a), keep(b), keep(c)])
