def merge(w, b, a, alpha):
    r = len(a)  # a: (r, 2), b: (2, r)
    update = [[sum(b[i][k] * a[k][j] for k in range(r)) for j in (0, 1)] for i in (0, 1)]
    return [[w[i][j] + alpha / r * update[i][j] for j in (0, 1)] for i in (0, 1)]


w = [[1.0, 0.0], [0.0, 1.0]]
a = [[1.0, 2.0]]
print(merge(w, [[0.0], [0.0]], a, alpha=2))
print(merge(w, [[1.0], [3.0]], a, alpha=2))
