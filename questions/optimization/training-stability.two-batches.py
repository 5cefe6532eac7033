"""Clip by global norm: two parameters share one norm."""

limit = 10.0
for first, second in ((3.0, 4.0), (30.0, -40.0)):
    norm = (first**2 + second**2) ** 0.5
    factor = min(1.0, limit / norm)
    print(round(first * factor, 2), round(second * factor, 2))
