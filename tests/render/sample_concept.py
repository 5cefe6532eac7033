"""A concept, its program and its sources, made by hand: real texts, frozen here, so that editing the bank changes no
snapshot.
"""

from __future__ import annotations

from llmtutor.model import Pitfall, Snippet, Source, Text, Words
from llmtutor.views import browse, search

SOFTMAX = Text("Softmax and logits", "Softmax 与 logits")
SELF_ATTENTION = Text("Self-attention", "自注意力")

BRIDLE = Source(
    title="Probabilistic Interpretation of Feedforward Classification Network Outputs",
    authors="John S. Bridle",
    year=1990,
    venue="Neurocomputing: Algorithms, Architectures and Applications, NATO ASI Series F 68, Springer",
    url="https://link.springer.com/chapter/10.1007/978-3-642-76153-9_28",
    supports=Text("the name softmax", "softmax 这一名称"),
)
VASWANI = Source(
    title="Attention Is All You Need",
    authors="Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit, Llion Jones, Aidan N. Gomez, Łukasz Kaiser, "
    "Illia Polosukhin",
    year=2017,
    arxiv="1706.03762",
    supports=Text("scaled dot-product attention, sec. 3.2.1", "缩放点积注意力，3.2.1 节"),
    unconfirmed=True,
)

SNIPPET = Snippet(
    name="softmax",
    concept="softmax",
    title="Softmax turns logits into probabilities; subtracting the maximum keeps exp finite.",
    code='''"""Softmax turns logits into probabilities; subtracting the maximum keeps exp finite."""

import numpy as np


def softmax(z):
    shifted = z - z.max()  # the largest exponent is 0, so exp never overflows
    e = np.exp(shifted)
    return e / e.sum()


z = np.array([2.0, 1.0, 0.0])  # (3,) logits
print("softmax of 2, 1, 0 :", [round(float(value), 4) for value in softmax(z)])
if not np.allclose(softmax(z), softmax(z + 100)):
    raise AssertionError("a shift must not matter")
''',
    output="softmax of 2, 1, 0 : [0.6652, 0.2447, 0.09]\n",
    needs=("numpy",),
)

CONCEPT = browse.ConceptView(
    slug="softmax",
    topic=search.NamedView(
        "foundations", Text("Foundations of language models and neural networks", "语言模型与神经网络基础")
    ),
    name=SOFTMAX,
    aliases=Words(en=("softmax function", "log-sum-exp"), zh=("归一化指数函数", "软最大值")),
    level=1,
    summary=Text(
        "Softmax turns any list of real scores, the logits, into positive probabilities that sum to 1, and the ratio "
        "of two of them depends only on the difference of their logits.",
        "Softmax 把任意一组实数打分（logits）变成和为 1 的正概率，任意两个概率之比只取决于对应 logits 之差。",
    ),
    explanation=Text(
        """A network's last layer produces one real number per class: its **logit**. Softmax makes a distribution of
them: exponentiate every logit, then divide by the *total*.

Example, logits 2, 1, 0:

- exponentials: 7.389, 2.718, 1.000; total 11.107
- probabilities: 0.665, 0.245, 0.090
    - they sum to 1

| part | size | if n doubles |
|---|---|---|
| scores | n² | 4 times |
| weights `W` | d² | the same |

1. **Only differences count.** pᵢ/pⱼ = exp(zᵢ − zⱼ), so a gap of 1 always means a factor of 2.718.
2. **The classes compete.** The sum is fixed.

```python
def softmax(z):
    return np.exp(z) / np.exp(z).sum()
```

> It normalizes, it does not calibrate. See [the paper](https://arxiv.org/abs/1706.04599).
""",
        """网络最后一层为每个类别输出一个实数，称为 **logit**；语言模型则为词表中的每个词元各输出一个。logits 可正可负、
可大可小，加起来也没有特定的值。**Softmax 分两步。**先逐个取*指数*，再除以总和。

以 logits 2、1、0 为例：

- 取指数：7.389、2.718、1.000，总和 11.107
- 概率：0.665、0.245、0.090
    - 它们的和为 1

| 部分 | 大小 | n 翻倍时 |
|---|---|---|
| 打分 | n² | 4 倍 |
| 权重 `W` | d² | 不变 |

1. **只看差值。** pᵢ/pⱼ = exp(zᵢ − zⱼ)，所以 logit 每高出 1，概率就是 2.718 倍。
2. **类别之间此消彼长。** 总和固定，抬高一个 logit，其余概率都会下降。

```python
def softmax(z):
    return np.exp(z) / np.exp(z).sum()
```

> Softmax 只做归一化，不做校准。见[论文](https://arxiv.org/abs/1706.04599)。
""",
    ),
    formulas=(r"p_i = \frac{\exp(z_i)}{\sum_{j=1}^{K} \exp(z_j)}",),
    pitfalls=(
        Pitfall(
            Text(
                "Taking logits for probabilities or percentages. They are unnormalized scores: one logit alone says "
                "nothing until it is compared with the others.",
                "把 logits 当成概率或百分比。它们是未归一化的打分，单独一个 logit 不说明任何问题，"
                "要和其他 logits 比较才有意义。",
            )
        ),
        Pitfall(Text("Applying `softmax` twice.", "做了两次 `softmax`。")),
    ),
    snippet=SNIPPET,
    requires=(search.NamedView("neural-networks", Text("Neural networks", "神经网络")),),
    required_by=(
        search.NamedView("attention-mechanism", Text("Attention mechanism", "注意力机制")),
        search.NamedView("self-attention", SELF_ATTENTION),
    ),
    questions=("softmax/first-of-three", "softmax/true-properties", "softmax/several-labels"),
    covers=("q05",),
    sources=(BRIDLE, VASWANI),
    verified="2026-11",
)
