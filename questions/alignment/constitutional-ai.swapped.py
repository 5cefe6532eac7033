follows = {"A": 5, "B": 4, "C": 2}  # how well each answer follows the principle


def judge(first, second):
    """Name the better answer, with a weakness for the one shown first."""
    return first if follows[first] + 2 > follows[second] else second


pairs = [("A", "B"), ("A", "C"), ("B", "C")]
agree = [judge(x, y) == judge(y, x) for x, y in pairs]
print(agree, sum(agree))
