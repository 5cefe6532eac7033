def read(documents):  # a model that uses only the first two and the last two documents
    return documents[:2] + documents[-2:]


for n in (4, 10, 20):
    found = 0
    for position in range(n):
        documents = ["filler"] * n
        documents[position] = "answer"
        found += "answer" in read(documents)
    print(found / n)
