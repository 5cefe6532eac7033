import cmath
import math

q, k, theta = 1 + 2j, 3 - 1j, 0.1  # one pair of dimensions as a complex number


def rotate(pair, position):
    return pair * cmath.exp(1j * position * theta)


def score(m, n):  # dot product of query at m and key at n
    return (rotate(q, m) * rotate(k, n).conjugate()).real


print(math.isclose(score(7, 3), score(107, 103)))
print(math.isclose(score(7, 3), score(3, 7)))
print(math.isclose(abs(rotate(q, 7)), abs(q)))
