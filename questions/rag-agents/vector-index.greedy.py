place = {"A": 0, "B": 4, "C": 7, "D": 9, "E": 12}  # one number stands for a vector
links = {"A": ["B"], "B": ["A", "C"], "C": ["B"], "D": ["E"], "E": ["D"]}


def greedy(start, query):
    here = start
    while True:
        best = min(links[here], key=lambda n: abs(place[n] - query))
        if abs(place[best] - query) >= abs(place[here] - query):
            return here
        here = best


print(greedy("A", 10))
print(greedy("E", 10))
print(min(place, key=lambda n: abs(place[n] - 10)))
