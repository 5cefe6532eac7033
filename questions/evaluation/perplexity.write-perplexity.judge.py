"""Certainty is 1, a uniform guess is its count, length does not matter."""

import math

from llmtutor.lab.judge import cases, law


@cases
def texts():
    for probabilities in ([1.0], [0.5], [0.25, 0.25], [0.5, 0.125], [0.9, 0.2, 0.4], [0.1, 0.2, 0.3, 0.4]):
        yield ([math.log(probability) for probability in probabilities],)


@law("Tokens that are certain have perplexity 1.", "每个词元都确定无疑时，困惑度为 1。")
def certainty_is_one(perplexity, log_probabilities):
    return perplexity([0.0] * len(log_probabilities)), 1.0


@law("Guessing among 8 equal tokens has perplexity 8.", "在 8 个等概率的词元中猜，困惑度为 8。")
def uniform_is_the_count(perplexity, log_probabilities):
    return perplexity([math.log(1 / 8)] * len(log_probabilities)), 8.0


@law("The text twice over has the same perplexity.", "把文本重复一遍，困惑度不变。")
def length_does_not_matter(perplexity, log_probabilities):
    return perplexity(log_probabilities * 2), perplexity(log_probabilities)
