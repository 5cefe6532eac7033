# In the training text "the engineer" is followed by "he" three times as often as by "she".
he, she = 3, 1


def share_of_he(temperature):
    a, b = he ** (1 / temperature), she ** (1 / temperature)
    return a / (a + b)


print(round(share_of_he(1.0), 2), round(share_of_he(0.5), 2))
print(max([("he", he), ("she", she)], key=lambda pair: pair[1])[0])  # greedy, every time
