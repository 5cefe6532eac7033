"""k = 1 is the share, certainty is 1, and it is the mean over all draws."""

from itertools import combinations

from llmtutor.lab.judge import cases, law


@cases
def counts():
    for samples in (1, 2, 3, 5, 10):
        for correct in range(0, samples + 1, max(1, samples // 3)):
            for k in sorted({1, min(2, samples), samples}):
                yield samples, correct, k


@law("For k = 1 it is the share of right samples.", "k = 1 时就是正确样本的比例。")
def one_is_the_share(pass_at_k, samples, correct, k):
    return pass_at_k(samples, correct, 1), correct / samples


@law("With more right samples than can be avoided it is 1.", "正确样本多到抽 k 个必然抽到时，结果为 1。")
def certain_is_one(pass_at_k, samples, correct, k):
    return pass_at_k(samples, samples - k + 1, k), 1.0


@law("It is the mean over all ways to draw k of the samples.", "等于对所有抽取 k 个样本的方式取平均。")
def it_is_the_mean_over_draws(pass_at_k, samples, correct, k):
    draws = list(combinations([True] * correct + [False] * (samples - correct), k))
    return pass_at_k(samples, correct, k), sum(map(any, draws)) / len(draws)
