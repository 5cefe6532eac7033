shared = {"good": 0, "bueno": 0, "bad": 1, "malo": 1, "film": 2, "cine": 2}  # word -> meaning
learned = {shared["good"]: "+", shared["bad"]: "-"}  # labels from English reviews only


def classify(text):
    meanings = [shared[word] for word in text.split() if word in shared]
    return next((learned[m] for m in meanings if m in learned), "?")


print(classify("cine bueno"), classify("malo"), classify("hyvä elokuva"))
