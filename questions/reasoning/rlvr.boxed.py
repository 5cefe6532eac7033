import re


def reward(text, truth):
    found = re.findall(r"\\boxed\{([^}]*)\}", text)
    try:
        return int(float(found[-1]) == truth)
    except (IndexError, ValueError):
        return 0


samples = [
    r"6 * 7 = 42, so \boxed{42}",
    r"6 * 7 = 42. The answer is 42.",
    r"I try \boxed{40}. No, \boxed{42.0}",
    r"6 * 7 = 42 apples: \boxed{42 apples}",
    r"6 + 7 = 14, so \boxed{42}",
]
print([reward(text, 42) for text in samples])
