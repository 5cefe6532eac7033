"""What is kept sums to 1, holds at least p, and not a token more than needed."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def distributions():
    for weights in ([1.0], [0.7, 0.3], [0.3, 0.7], [0.5, 0.3, 0.2], [0.1, 0.6, 0.3], [0.05, 0.4, 0.15, 0.3, 0.1]):
        for p in (0.35, 0.65, 0.85, 0.97):
            yield np.array(weights), p


@law("What is kept sums to 1.", "保留下来的概率之和为 1。")
def sums_to_one(top_p, probabilities, p):
    return top_p(probabilities, p).sum(), 1.0


@law("The kept tokens held at least p before.", "被保留的词元原先至少占 p。")
def enough_is_kept(top_p, probabilities, p):
    return bool(probabilities[top_p(probabilities, p) > 0].sum() >= p), True


@law("One token less would be less than p.", "再少一个词元就不足 p。")
def no_more_than_needed(top_p, probabilities, p):
    kept = probabilities[top_p(probabilities, p) > 0]
    return bool(kept.sum() - kept.min() < p), True


@law("The most likely token is always kept.", "概率最高的词元总会保留。")
def the_best_stays(top_p, probabilities, p):
    return bool(top_p(probabilities, p)[probabilities.argmax()] > 0), True
