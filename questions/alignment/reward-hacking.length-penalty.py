answers = [  # words, quality as people would judge it
    (50, 6),
    (100, 7),
    (400, 5),
]


def proxy(answer):
    words, quality = answer
    return quality + words // 100  # this scorer likes length


def penalized(answer):
    return proxy(answer) - answer[0] // 50


print(max(answers, key=proxy)[0], max(answers, key=penalized)[0])
