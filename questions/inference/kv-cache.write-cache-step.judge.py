"""The first token sees itself, the cache grows at its end, and what was cached stays."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def drawn():
    rng = np.random.default_rng(5)
    for n, d in ((0, 1), (0, 2), (1, 1), (1, 2), (2, 2), (3, 2), (4, 3)):
        cached_keys, cached_values = rng.normal(size=(n, d)), rng.normal(size=(n, d))
        yield cached_keys, cached_values, rng.normal(size=d), rng.normal(size=d), rng.normal(size=d)


@law(
    "The first token, with an empty cache, attends to itself: the output is its own value.",
    "缓存为空时，第一个词元只关注自己：输出就是它自己的值。",
)
def first_token_sees_itself(step, cached_keys, cached_values, query, key, value):
    empty = np.zeros((0, len(query)))
    return step(empty, empty, query, key, value)[0], value


@law("The new key and value stand at the end of the cache.", "新的键和值位于缓存末尾。")
def cache_grows_at_the_end(step, cached_keys, cached_values, query, key, value):
    _, keys, values = step(cached_keys, cached_values, query, key, value)
    return [keys[-1], values[-1]], [key, value]


@law("What was cached stays as it was.", "已缓存的内容保持不变。")
def cache_is_kept(step, cached_keys, cached_values, query, key, value):
    _, keys, values = step(cached_keys, cached_values, query, key, value)
    return [keys[:-1], values[:-1]], [cached_keys, cached_values]
