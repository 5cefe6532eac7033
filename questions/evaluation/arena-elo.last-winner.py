def leader(winners, k=32):
    rating = {"A": 1000.0, "B": 1000.0}
    for winner in winners:
        loser = "B" if winner == "A" else "A"
        p_win = 1 / (1 + 10 ** ((rating[loser] - rating[winner]) / 400))
        rating[winner] += k * (1 - p_win)
        rating[loser] -= k * (1 - p_win)
    return max(rating, key=rating.get)


print(leader("AB"), leader("BA"))
