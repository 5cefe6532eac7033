"""The reference itself costs log 2, only log-ratios count, a likelier chosen answer costs less, nothing overflows."""

import numpy as np

from llmtutor.lab.judge import cases, law


@cases
def pairs():
    yield np.array([-4.0]), np.array([-6.0]), np.array([-5.0]), np.array([-5.0]), 0.5
    yield np.array([-8.0]), np.array([-3.0]), np.array([-5.0]), np.array([-4.0]), 0.1
    yield np.array([-9.0]), np.array([-2.0]), np.array([-9.5]), np.array([-1.0]), 1.0
    yield (
        np.array([-4.0, -7.0]),
        np.array([-6.0, -5.0]),
        np.array([-5.0, -6.5]),
        np.array([-5.0, -6.0]),
        0.2,
    )
    rng = np.random.default_rng(11)
    for n in (3, 4):
        yield *(-rng.uniform(2.0, 12.0, size=n) for _ in range(4)), 0.3
    yield np.array([-3000.0]), np.array([-10.0]), np.array([-20.0]), np.array([-20.0]), 1.0


@law(
    "A policy that equals the reference costs log 2, whatever β.",
    "策略与参考模型相同时，无论 β 是多少，损失都是 log 2。",
)
def reference_costs_log_two(dpo_loss, chosen, rejected, reference_chosen, reference_rejected, beta):
    same = (reference_chosen, reference_rejected, reference_chosen, reference_rejected)
    return dpo_loss(*same, beta), np.log(2.0)


@law(
    "An answer made likelier by the same factor in policy and reference changes nothing.",
    "同一回答的概率在策略和参考模型中按相同倍数提高，损失不变。",
)
def only_ratios_count(dpo_loss, chosen, rejected, reference_chosen, reference_rejected, beta):
    moved = dpo_loss(chosen + 1.5, rejected, reference_chosen + 1.5, reference_rejected, beta)
    return moved, dpo_loss(chosen, rejected, reference_chosen, reference_rejected, beta)


@law("Making the chosen answer likelier never costs more.", "提高被选回答的概率，损失绝不会上升。")
def chosen_should_rise(dpo_loss, chosen, rejected, reference_chosen, reference_rejected, beta):
    before = dpo_loss(chosen, rejected, reference_chosen, reference_rejected, beta)
    after = dpo_loss(chosen + 0.5, rejected, reference_chosen, reference_rejected, beta)
    return bool(after <= before), True


@law("The batch twice over has the same mean loss.", "把批次重复一遍，平均损失不变。")
def repetition_changes_nothing(dpo_loss, chosen, rejected, reference_chosen, reference_rejected, beta):
    arrays = (chosen, rejected, reference_chosen, reference_rejected)
    return dpo_loss(*(np.tile(array, 2) for array in arrays), beta), dpo_loss(*arrays, beta)
