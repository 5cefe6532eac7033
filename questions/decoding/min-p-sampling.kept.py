def kept(probs, min_p):
    bound = min_p * max(probs)
    return len([p for p in probs if p >= bound])


sure = [0.8, 0.09, 0.06, 0.05]
unsure = [0.3, 0.3, 0.2, 0.12, 0.08]
print(kept(sure, 0.1), kept(unsure, 0.1))
