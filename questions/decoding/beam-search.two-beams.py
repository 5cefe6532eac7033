step1 = {"a": 0.6, "b": 0.4}
step2 = {"a": {"x": 0.55, "y": 0.45}, "b": {"x": 0.1, "y": 0.9}}

for width in (1, 2):
    beams = sorted(step1.items(), key=lambda item: -item[1])[:width]
    longer = {u + v: p * q for u, p in beams for v, q in step2[u].items()}
    best = max(longer, key=longer.get)
    print(best, round(longer[best], 2), end=" ")
