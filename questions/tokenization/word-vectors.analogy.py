vectors = {  # made by hand: (royal, female)
    "man": (1.0, 1.0),
    "woman": (1.0, 2.0),
    "king": (5.0, 1.0),
    "queen": (4.0, 3.0),
}
target = tuple(k - m + w for k, m, w in zip(*(vectors[x] for x in ("king", "man", "woman"))))


def nearest(excluded):
    words = [word for word in vectors if word not in excluded]
    return min(words, key=lambda x: sum((a - b) ** 2 for a, b in zip(vectors[x], target)))


print(target, nearest([]), nearest(["king", "man", "woman"]))
