"""Position 0, pairs on the unit circle, one radian a position for the first pair."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def sizes():
    yield from ((1, 2), (2, 2), (2, 4), (3, 4), (4, 6), (9, 8))


@law("Position 0 is 0, 1, 0, 1 ...", "位置 0 是 0, 1, 0, 1 ……")
def position_zero(sinusoids, length, d):
    return sinusoids(length, d)[0], np.tile([0.0, 1.0], d // 2)


@law("Each neighbouring pair is a point on the unit circle.", "每一对相邻分量都是单位圆上的点。")
def pairs_are_on_the_circle(sinusoids, length, d):
    encoding = sinusoids(length, d)
    return encoding[:, 0::2] ** 2 + encoding[:, 1::2] ** 2, np.ones((length, d // 2))


@law("The first pair turns by one radian a position.", "第一对分量每个位置转 1 弧度。")
def first_pair_turns_by_one(sinusoids, length, d):
    return sinusoids(length, d)[:, 0], np.sin(np.arange(length))
