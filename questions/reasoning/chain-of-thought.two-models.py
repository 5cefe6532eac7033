def reader(question, chain):
    """Takes the answer from the last step that is written."""
    return chain[-1].split("= ")[1]


def decided(question, chain):
    """Has the answer from the question alone, whatever is written."""
    return str(sum(question))


question = [17, 5, 20]
chain = ["17 + 5 = 22", "22 + 20 = 42"]
spoiled = ["17 + 5 = 23", "23 + 20 = 43"]  # a mistake put in on purpose

for model in (reader, decided):
    print(model(question, chain), model(question, spoiled), model(question, chain[:1]))
