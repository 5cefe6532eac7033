from math import exp


def attend(scores, values):
    weights = [exp(s) for s in scores]
    return sum(w * v for w, v in zip(weights, values)) / sum(weights)


text_scores, text_values = [0.0, 0.0], [4.0, 8.0]  # frozen
prefix_scores, prefix_values = [0.0], [0.0]  # trained

print(attend(text_scores, text_values))
print(attend(prefix_scores + text_scores, prefix_values + text_values))
