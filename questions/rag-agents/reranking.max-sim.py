query = [(2, 0), (0, 3)]  # one vector for each token
passages = {
    "P": [(1, 0), (0, 1), (0, 0)],
    "Q": [(2, 0), (2, 0), (2, 0)],
}


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1]


for name, tokens in passages.items():
    print(name, sum(max(dot(q, t) for t in tokens) for q in query))
