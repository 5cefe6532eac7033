cases = [
    ("sky", "blue", "blue"),
    ("sky", "grey", "grey"),
    ("grass", "green", "green"),
    ("sky", "blue", "blue"),
]
prior = {"sky": "blue", "grass": "green"}  # answer given most often in training


def answer(question, image):
    return prior[question]


images = [image for _, image, _ in cases]
for shown in (images, images[::-1]):
    right = [answer(q, seen) == truth for (q, _, truth), seen in zip(cases, shown)]
    print(sum(right), "of", len(cases))
