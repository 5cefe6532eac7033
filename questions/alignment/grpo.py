"""GRPO: the advantage of an answer is its reward against the group sampled for the same prompt."""

import numpy as np


def group_advantages(rewards, by_std=True):
    """Advantages (group,) from rewards (group,); Dr. GRPO leaves the division out."""
    centred = rewards - rewards.mean()
    spread = rewards.std()  # population standard deviation
    return centred / (spread + 1e-8) if by_std else centred


def shown(values):
    return [round(float(v), 2) + 0.0 for v in values]


for name, rewards in (
    ("hard prompt, 1 of 4 right ", [1, 0, 0, 0]),
    ("medium, 2 of 4 right      ", [1, 0, 1, 0]),
    ("easy prompt, all right    ", [1, 1, 1, 1]),
):
    rewards = np.array(rewards, dtype=float)
    print(
        name,
        shown(group_advantages(rewards)),
        " without std",
        shown(group_advantages(rewards, False)),
    )

# How hard is each token of a wrong answer pushed? Two wrong answers, same advantage.
lengths = np.array([100, 400])  # tokens
print("per token, mean in each answer (GRPO):", (-1.0 / lengths).tolist())
print("per token, mean over all (DAPO)      :", [-1.0 / float(lengths.sum())] * 2)

# GSPO: one ratio for the whole answer, the geometric mean of the ratios of its tokens
ratios = np.array([2.0, 0.5, 4.0, 1.0])  # (tokens,) new / old probability
print("token ratios                         :", ratios.tolist())
print("sequence ratio (GSPO)                :", round(float(np.exp(np.log(ratios).mean())), 4))
