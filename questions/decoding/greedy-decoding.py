"""Greedy decoding: the likeliest token each time, not the likeliest text, and not always stable."""

TREE = {  # prefix -> probability of each next token
    "": {"a": 0.5, "b": 0.4, "c": 0.1},
    "a": {"x": 0.4, "y": 0.3, "z": 0.3},
    "b": {"x": 0.9, "y": 0.1},
    "c": {"x": 1.0},
}
first = max(TREE[""], key=TREE[""].get)
second = max(TREE[first], key=TREE[first].get)
print("greedy:", first + second, f"p = {TREE[''][first] * TREE[first][second]:.2f}", end="; ")
texts = {u + v: p * q for u, p in TREE[""].items() for v, q in TREE[u].items()}
best = max(texts, key=texts.get)
print("most likely text:", best, f"p = {texts[best]:.2f}")

terms = [1.0] + [2.0**-54] * 8  # the parts of one logit, before they are added


def add(numbers):
    total = 0.0
    for number in numbers:  # one after the other, rounded at each step
        total += number
    return total


rival = 1.0  # the logit of another token
for chunk in (9, 3):  # a kernel may split a sum differently when the batch has another size
    logit = add(add(terms[i : i + chunk]) for i in range(0, 9, chunk))
    winner = "token" if logit > rival else "rival"
    gap = logit - rival
    print(f"sum in {9 // chunk} part(s): logit - rival = {gap:.1e}, greedy takes the {winner}")
print("top token 0.9 at each of 20 steps: a sample equals greedy with p =", round(0.9**20, 3))
