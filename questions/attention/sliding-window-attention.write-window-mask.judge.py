"""Each position sees itself, none sees a later one, and the window is full."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def sizes():
    yield from ((1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (4, 3), (6, 4))


@law("Every position sees itself.", "每个位置都能看到自己。")
def sees_itself(window_mask, length, window):
    return np.diag(window_mask(length, window)), np.ones(length, dtype=bool)


@law("No position sees a later one.", "任何位置都看不到后面的位置。")
def nothing_ahead(window_mask, length, window):
    return bool(np.triu(window_mask(length, window), k=1).any()), False


@law("The last position sees as many keys as the window holds.", "最后一个位置能看到的键数等于窗口大小。")
def the_window_is_full(window_mask, length, window):
    return int(window_mask(length, window)[-1].sum()), min(length, window)
