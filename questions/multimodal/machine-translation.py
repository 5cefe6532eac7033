"""Word translation between two embedding spaces: an orthogonal map from four known pairs."""

import numpy as np

english = ["dog", "cat", "house", "bread", "horse", "cheese"]
german = ["Hund", "Katze", "Haus", "Brot", "Pferd", "Käse"]
x = np.array(  # (6, 3) vectors of the English words, hand-made
    [
        [0.9, 0.1, 0.2],
        [0.8, 0.3, 0.1],
        [0.1, 0.9, 0.2],
        [0.1, 0.2, 0.9],
        [0.9, 0.0, 0.5],
        [0.0, 0.4, 0.8],
    ]
)
turn = np.array([[0.36, 0.48, -0.8], [-0.8, 0.6, 0.0], [0.48, 0.64, 0.6]])  # a rotation (3, 3)
noise = 0.02 * np.array([[1, -1, 0], [0, 1, 1], [-1, 0, 1], [1, 1, 0], [0, -1, 1], [1, 0, -1]])
y = x @ turn + noise  # (6, 3) the same words in a German space


def nearest(vector):
    cosines = y @ vector / (np.linalg.norm(y, axis=1) * np.linalg.norm(vector))  # (6,)
    return german[int(cosines.argmax())]


print("no map: ", [nearest(v) for v in x[4:]])
u, _, vt = np.linalg.svd(x[:4].T @ y[:4])  # from the first four pairs only
w = u @ vt  # (3, 3) the best orthogonal map
print("W is orthogonal:", bool(np.allclose(w.T @ w, np.eye(3))))
for word, vector in zip(english[4:], x[4:]):
    print(f"held out: {word} -> {nearest(vector @ w)}")

for n in (3, 200):  # languages, parallel text only with English
    directions, trained = n * (n - 1), 2 * (n - 1)
    unseen = directions - trained
    print(f"{n} languages: {directions} directions, {trained} trained, {unseen} zero-shot")
