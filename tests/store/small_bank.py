"""Five concepts with all nine kinds of question among them, as parts: enough to index and to search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from llmtutor.model import (
    Bank,
    Body,
    Choice,
    Cloze,
    Code,
    Concept,
    Erratum,
    FileStamp,
    FollowUp,
    KeyPoint,
    Matching,
    Mistake,
    MultipleChoice,
    Numeric,
    Open,
    Ordering,
    Pair,
    Parameter,
    Part,
    Pitfall,
    PredictOutput,
    Question,
    SingleChoice,
    Snippet,
    Source,
    SourceItem,
    Text,
    Topic,
    Trap,
    TrueFalse,
    Words,
)
from llmtutor.store import index

HEAD = Bank(
    "small",
    Text("A small bank", "小题库"),
    (Topic("basics", Text("Basics", "基础")), Topic("attention", Text("Attention", "注意力"))),
    (),
    (),
    (),
    (SourceItem("q22", Text("What is attention?", "什么是注意力？"), "q22"),),
    (Erratum("e1", "major", ("q22",), Text("It has no cost.", "没有代价。"), Text("It has.", "有代价。")),),
)

SOURCE = Source("A paper", "A. Author", 2017, Text("the definition", "定义"), arxiv="1706.03762")

_YES = Choice(Text("Right", "对"), True, Text("Just so.", "正是如此。"))
_NO = Choice(Text("Wrong", "错"), False, Text("Not so.", "并非如此。"), "a-misconception", ("e1",))

BODIES: dict[str, Body] = {
    "single": SingleChoice((_YES, _NO)),
    "multiple": MultipleChoice((_YES, _NO, _YES)),
    "true": TrueFalse(True, "a-misconception"),
    "cloze": Cloze(Text("It is [[1]].", "它是[[1]]。"), (Words(("soft",), ("软",)),)),
    "numeric": Numeric(
        "a * b", (Parameter("a", (1, 2.5)),), "GiB", 0.1, None, (Trap("a + b", Text("Not a sum.", "不是和。")),)
    ),
    "ordering": Ordering((Text("one", "一"), Text("two", "二"), Text("three", "三"))),
    "matching": Matching((Pair(Text("left", "左"), Text("right", "右")), Pair(Text("up", "上"), Text("down", "下")))),
    "predict": PredictOutput("softmax", "print(0.5)\n", "0.5\n", (Trap("1", Text("No.", "不。"), "m"),)),
    "open": Open(
        Text("A weighted mean of values.", "对值的加权平均。"),
        (KeyPoint(Text("weights", "权重"), Words(("weight",), ("权重",))),) * 3,
        FollowUp(Text("And the cost?", "代价呢？"), Text("Quadratic.", "平方级。")),
    ),
    "code": Code(
        "softmax",
        "def softmax(z): ...",
        "def softmax(z): return z",
        "laws = []",
        (Mistake("shifted", "def softmax(z): return 1", Text("Not shifted.", "没有平移。"), "m"),),
    ),
}


def question(concept: str, slug: str, en: str, zh: str, body: str = "true", level: int = 2) -> Question:
    return Question(
        id=f"{concept}/{slug}",
        concept=concept,
        level=level,
        prompt=Text(en, zh),
        body=BODIES[body],
        explanation=Text(f"Because of {slug}.", f"因为 {slug}。"),
        hints=(Text("Think.", "想一想。"),),
        sources=(SOURCE,),
        covers=("q22",),
        corrects=("e1",),
        digest=f"{concept}-{slug}",
    )


def part(concept: Concept, questions: Iterable[Question], snippets: Iterable[Snippet] = ()) -> Part:
    return Part("small", f"{concept.topic}/{concept.slug}.yaml", concept, tuple(questions), tuple(snippets))


SOFTMAX = part(
    Concept(
        slug="softmax",
        topic="basics",
        name=Text("Softmax and logits", "Softmax 与 logits"),
        level=1,
        summary=Text("Softmax turns scores into probabilities.", "Softmax 把打分变成概率。"),
        explanation=Text(
            "Exponentiate every logit, then divide by the total.\n\n- **Stable**: subtract the maximum first.",
            "先取指数，再除以总和。\n\n- **稳定**：先减去最大值，防止上溢。",
        ),
        aliases=Words(("normalized exponential", "logit"), ("归一化指数函数", "数值稳定")),
        covers=("q22",),
        formulas=(r"p_i = e^{z_i} / \sum_j e^{z_j}",),
        pitfalls=(Pitfall(Text("Logits are no probabilities.", "logits 不是概率。"), ("e1",)),),
        snippet="softmax",
        sources=(SOURCE,),
        verified="2026-11",
        asked=Words(("turning numbers into percentages",), ("把分数变成百分比",)),
    ),
    [
        question(
            "softmax", "sum", "What do {a} outputs of softmax sum to?", "softmax 的 {a} 个输出之和是多少？", "numeric"
        ),
        question("softmax", "prints", "What does this program print?", "这个程序会打印什么？", "predict", 3),
    ],
    [
        Snippet(
            "softmax", "softmax", "Softmax of three logits", "import math\nprint(math.exp(0) / 2)\n", "0.5\n", ("jax",)
        )
    ],
)
ATTENTION = part(
    Concept(
        slug="attention-mechanism",
        topic="attention",
        name=Text("Attention mechanism", "注意力机制"),
        level=2,
        summary=Text("A query reads a weighted mean of the values.", "用查询读出各个值的加权平均。"),
        explanation=Text("Scores go through softmax and become weights.", "打分经过 softmax 变成权重。"),
        aliases=Words(("attention", "QKV", "soft lookup"), ("注意力", "软查找")),
        requires=("softmax",),
        sources=(SOURCE,),
    ),
    [
        question("attention-mechanism", "lookup", "Is attention a soft lookup?", "注意力是软查找吗？"),
        question("attention-mechanism", "explain", "What is attention? Explain it.", "什么是注意力？", "open", 3),
        question("attention-mechanism", "order", "Put the steps in order.", "请把步骤排序。", "ordering"),
    ],
)
MULTI_HEAD = part(
    Concept(
        slug="multi-head-attention",
        topic="attention",
        name=Text("Multi-head attention", "多头注意力"),
        level=3,
        summary=Text("Several attention heads work side by side.", "多个注意力头并行工作。"),
        explanation=Text(
            "Each head has its own projections. Pruning cuts heads.", "每个头有自己的投影。剪枝会去掉一些头。"
        ),
        aliases=Words(("MHA",), ("多头",)),
        requires=("attention-mechanism",),
        sources=(SOURCE,),
    ),
    [
        question(
            "multi-head-attention", "why", "Why several heads rather than one?", "为什么要用多个头？", "single", 3
        ),
        question("multi-head-attention", "parts", "Which parts does a head have?", "一个头有哪些部分？", "multiple", 4),
    ],
)
POSITIONS = part(
    Concept(
        slug="positional-encoding",
        topic="attention",
        name=Text("Positional encoding", "位置编码"),
        level=2,
        summary=Text("It tells the model the order of the tokens.", "它告诉模型词元的顺序。"),
        explanation=Text("Without it a sentence is a bag of tokens.", "没有它，句子只是一袋词元。"),
        aliases=Words(("position embedding",), ("位置嵌入",)),
        requires=("attention-mechanism",),
        sources=(SOURCE,),
    ),
    [
        question("positional-encoding", "gap", "Complete the sentence.", "补全句子。", "cloze"),
        question("positional-encoding", "pairs", "Match the encodings.", "请给编码配对。", "matching"),
    ],
)
GRADIENT = part(
    Concept(
        slug="gradient-descent",
        topic="basics",
        name=Text("Gradient descent", "梯度下降"),
        level=1,
        summary=Text("Steps against the gradient lower the loss.", "沿梯度反方向走，损失就会下降。"),
        explanation=Text("The learning rate scales each step.", "学习率决定每一步的大小。"),
        aliases=Words(("SGD", "learning rate"), ("随机梯度下降", "学习率")),
        sources=(SOURCE,),
    ),
    [question("gradient-descent", "rate", "What if the learning rate is too large?", "学习率太大会怎样？", "single")],
)

PARTS = (GRADIENT, SOFTMAX, ATTENTION, MULTI_HEAD, POSITIONS)


def stamps(parts: Iterable[Part] = PARTS) -> dict[str, list[FileStamp]]:
    return {"small": [FileStamp(part.path, 10, 20, "digest") for part in parts]}


def build(path: Path, parts: Iterable[Part] = PARTS) -> Path:
    parts = list(parts)
    index.build(path, [HEAD], parts, stamps(parts), key="small")
    return path


def changed(old: Part, **texts: Text) -> Part:
    """The part with other texts of its concept."""
    return replace(old, concept=replace(old.concept, **texts))  # type: ignore[arg-type]
