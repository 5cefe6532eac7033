"""Late fusion adds separate verdicts; a label of both inputs together needs joint features."""

import numpy as np

# text says sunny (+1) or rainy (-1), image shows sun (+1) or rain (-1); label: do they agree?
text = np.array([1.0, 1.0, -1.0, -1.0])  # (4,)
image = np.array([1.0, -1.0, 1.0, -1.0])  # (4,)
label = text * image  # +1 = text and image agree, -1 = they do not


def fitted_scores(*features):
    x = np.stack([np.ones(4), *features], axis=1)  # (4, 1 + features)
    weights, *_ = np.linalg.lstsq(x, label, rcond=None)
    return (x @ weights).round(3) + 0.0  # (4,) best linear scores, without -0.0


print("labels                  ", label.tolist())
print("text alone              ", fitted_scores(text).tolist())
print("image alone             ", fitted_scores(image).tolist())
print("late: sum of both scores", (fitted_scores(text) + fitted_scores(image)).tolist())
print("joint: text * image too ", fitted_scores(text, image, text * image).tolist())

t, v = 50, 576  # text tokens, image tokens
print("pairs per layer, one sequence:          ", (t + v) ** 2)
print("pairs per layer, cross-attention added: ", t * t + t * v)
