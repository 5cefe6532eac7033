from itertools import combinations

passed = [True, True, False, False]  # test results of four samples
pairs = list(combinations(passed, 2))
print(sum(any(pair) for pair in pairs), sum(all(pair) for pair in pairs), len(pairs))
