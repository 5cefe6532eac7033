"""Position 0 stays, lengths stay, scores depend on the distance alone."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def drawn():
    yield (np.array([[1.0, 0.0]]),)
    yield (np.array([[1.0, 0.0], [1.0, 0.0]]),)
    rng = np.random.default_rng(4)
    for n, d in ((2, 2), (3, 2), (3, 4), (5, 6)):
        yield (rng.normal(size=(n, d)),)


@law("Position 0 is not rotated.", "位置 0 不旋转。")
def position_zero_stays(rope, x):
    return rope(x)[0], x[0]


@law("Lengths are kept: it is a rotation.", "长度不变：这是旋转。")
def lengths_are_kept(rope, x):
    return np.linalg.norm(rope(x), axis=-1), np.linalg.norm(x, axis=-1)


@law("Scores depend on the distance alone.", "打分只取决于距离。")
def only_distance_counts(rope, x):
    query, key = rope(np.tile(x[0], (6, 1))), rope(np.tile(x[-1], (6, 1)))
    return query[4] @ key[2], query[5] @ key[3]
