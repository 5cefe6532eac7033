from itertools import combinations

ranking = ["C", "A", "D", "B"]  # a labeller's order, best answer first
reward = {"A": 1.0, "B": 2.0, "C": 3.0, "D": -1.0}  # from the reward model

pairs = list(combinations(ranking, 2))  # (preferred, other)
right = sum(reward[better] > reward[worse] for better, worse in pairs)
print(len(pairs), right)
