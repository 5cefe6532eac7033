scores = [0.6, 0.5, 0.3, 0.2]  # affinity of one token to four experts
bias = [-0.4, 0.0, 0.1, 0.0]  # expert 0 has been overloaded lately

chosen = sorted(range(4), key=lambda e: -(scores[e] + bias[e]))[:2]
total = sum(scores[e] for e in chosen)
print(chosen, [round(scores[e] / total, 3) for e in chosen])
