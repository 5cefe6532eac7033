idf = {"pump": 1, "leak": 2, "e404": 4}  # rare words weigh more
docs = ["pump pump pump", "pump e404", "leaks"]


def score(query, doc):
    total = 0
    for word in query.split():
        tf = doc.split().count(word)
        total += idf[word] * tf * 2 / (tf + 1)  # BM25 with k1 = 1 and b = 0
    return total


print([score("pump leak e404", doc) for doc in docs])
