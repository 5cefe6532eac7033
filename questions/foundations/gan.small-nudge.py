"""A generator picks its best token; a discriminator scores it. Does a small nudge show?"""

import math

scores = [0.9, 0.2]  # the discriminator likes token 0
before, after = [1.0, 3.0], [1.5, 3.0]  # logits; the nudge raises token 0


def score_of_choice(logits):
    return scores[logits.index(max(logits))]


def expected_score(logits):
    total = sum(math.exp(z) for z in logits)
    return sum(math.exp(z) / total * s for z, s in zip(logits, scores))


change = score_of_choice(after) - score_of_choice(before)
print(change, expected_score(after) > expected_score(before))
