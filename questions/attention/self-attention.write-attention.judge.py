"""Weights sum to 1, equal keys weigh alike, order does not matter, queries are independent."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def drawn():
    rng = np.random.default_rng(2)
    for n, m, d, e in ((1, 1, 1, 1), (1, 2, 2, 1), (2, 2, 2, 2), (2, 3, 4, 2), (3, 2, 4, 5)):
        yield rng.normal(size=(n, d)), rng.normal(size=(m, d)), rng.normal(size=(m, e))


@law(
    "Equal values come out as they are: the weights of each query sum to 1.",
    "各个值都相同时，输出就是这个值：每个查询的权重之和为 1。",
)
def weights_sum_to_one(attention, queries, keys, values):
    return attention(queries, keys, np.ones_like(values)), np.ones((len(queries), values.shape[1]))


@law("Keys that are all zero weigh all values alike.", "键全为零时，对所有值一视同仁。")
def equal_keys_give_the_mean(attention, queries, keys, values):
    mean = np.tile(values.mean(axis=0), (len(queries), 1))
    return attention(queries, np.zeros_like(keys), values), mean


@law("The order of the keys with their values does not matter.", "键和值一起换顺序，结果不变。")
def order_does_not_matter(attention, queries, keys, values):
    return attention(queries, keys[::-1], values[::-1]), attention(queries, keys, values)


@law("Each query is answered by itself, whatever the others ask.", "每个查询各算各的，与其他查询无关。")
def queries_are_independent(attention, queries, keys, values):
    return attention(queries[:1], keys, values), attention(queries, keys, values)[:1]
