def judge(first, second):
    return "first" if second - first < 2 else "second"


for a, b in [(6, 7), (3, 8)]:
    a_wins_first = judge(a, b) == "first"
    a_wins_second = judge(b, a) == "second"
    if a_wins_first == a_wins_second:
        print("A" if a_wins_first else "B")
    else:
        print("tie")
