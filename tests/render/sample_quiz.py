"""A question of each kind as it is shown, and what may follow it, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sample_concept import SELF_ATTENTION, SOFTMAX, VASWANI

from llmtutor.model import Feedback, Text
from llmtutor.views import practice

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def _question(kind: str, **fields: Any) -> practice.QuestionView:
    known: dict[str, Any] = {
        "id": f"softmax/{kind}",
        "concept": "softmax",
        "name": SOFTMAX,
        "topic": "foundations",
        "level": 2,
        "variant": 7,
        "digest": "d1",
        "hints": 1,
        "position": practice.PositionView(4, 10),
    }
    return practice.QuestionView(kind=kind, **known | fields)


def _choices(*texts: Text) -> tuple[practice.ChoiceView, ...]:
    return tuple(practice.ChoiceView(letter, text) for letter, text in zip("ABCDEFGHI", texts, strict=False))


SINGLE = _question(
    "single-choice",
    prompt=Text(
        "A network tags news articles with topics; one article may be about politics and sports at the same time. "
        "Which output layer fits?",
        "一个网络给新闻打主题标签，同一篇文章可以既属于政治又属于体育。输出层应该怎么设计？",
    ),
    choices=_choices(
        Text(
            "A softmax over all topics, taking every topic above 0.5",
            "对所有主题做 softmax，取概率大于 0.5 的主题",
        ),
        Text("One sigmoid per topic", "每个主题一个 sigmoid"),
        Text(
            "A softmax over all topics, with every logit doubled so that more topics come out high",
            "对所有主题做 softmax，并把 logits 翻倍，让更多主题得到高分",
        ),
        Text("The raw logits, read as percentages", "直接把 logits 当百分比看"),
    ),
    why=Text("due since yesterday", "昨天到期"),
)
MULTIPLE = _question(
    "multiple-choice",
    prompt=Text(
        "Which statements about the softmax of finite logits are true? Select every true one.",
        "下列关于 softmax 的说法哪些成立？选出所有正确的。",
    ),
    choices=_choices(
        Text("Adding one constant to all logits changes nothing.", "给所有 logits 加上同一个常数，结果不变。"),
        Text("No class gets a probability of exactly 0.", "任何类别的概率都不会恰好等于 0。"),
        Text("Doubling all logits changes nothing.", "把所有 logits 翻倍，结果不变。"),
    ),
    position=practice.PositionView(5, 10, again=1),
)
TRUE_FALSE = _question(
    "true-false",
    prompt=Text("Softmax calibrates a model.", "Softmax 会校准模型。"),
)
CLOZE = _question(
    "cloze",
    prompt=Text("Complete the recipe of a numerically stable softmax.", "补全数值稳定的 softmax 的做法。"),
    text=Text(
        "Before exponentiating, subtract the [[1]] of the logits from each of them. The largest exponent is then "
        "[[2]], so exp cannot overflow, and the denominator is at least [[3]].",
        "取指数之前，先让每个 logit 减去全体 logits 的[[1]]。这样最大的指数是 [[2]]，exp 不会上溢，"
        "而分母至少是 [[3]]。",
    ),
    gaps=3,
)
NUMERIC = _question(
    "numeric",
    prompt=Text("How much memory do 7 billion parameters in fp16 take?", "70 亿个 fp16 参数占多少内存？"),
    unit="GiB",
)
ORDERING = _question(
    "ordering",
    prompt=Text("Put the steps of attention in order.", "把注意力的步骤排好顺序。"),
    choices=_choices(
        Text("Average the values with the weights", "按权重对值做加权平均"),
        Text("Compare the query with every key", "用查询与每个键比较"),
        Text("Turn the scores into weights by softmax", "用 softmax 把打分变成权重"),
    ),
)
MATCHING = _question(
    "matching",
    prompt=Text("What comes from where in cross-attention?", "在交叉注意力中，各部分来自哪里？"),
    left=(
        practice.LeftView("1", Text("queries", "查询")),
        practice.LeftView("2", Text("keys and values", "键和值")),
        practice.LeftView("3", Text("the number of rows of the score matrix", "打分矩阵的行数")),
    ),
    choices=_choices(
        Text("the sequence that is being read from, such as a source sentence", "被读取的序列，例如源语言句子"),
        Text("the sequence that asks", "发出查询的序列"),
        Text("the number of positions that ask", "发出查询的位置数"),
    ),
)
PREDICT = _question(
    "predict-output",
    prompt=Text("What does this program print?", "这个程序会打印什么？"),
    code="import numpy as np\n\nz = np.array([2000.0, 2000.0, -2000.0])\n"
    "e = np.exp(z - z.max())  # the maximum goes first\n"
    "print([float(value) for value in e / e.sum()])\n",
)
OPEN = _question(
    "open",
    prompt=Text("Why is the dot product divided by √d_k?", "点积为什么要除以 √d_k？"),
)
QUESTIONS = {
    view.kind: view for view in (SINGLE, MULTIPLE, TRUE_FALSE, CLOZE, NUMERIC, ORDERING, MATCHING, PREDICT, OPEN)
}


def _verdict(question: practice.QuestionView, given: str, expected: Text, **fields: Any) -> practice.VerdictView:
    known: dict[str, Any] = {
        "event": "e1",
        "right": False,
        "score": 0.0,
        "feedback": (),
        "explanation": None,
        "grade": 1,
        "due": NOW + timedelta(minutes=10),
        "typo": None,
        "misconceptions": (),
        "returns": False,
        "sources": (),
    }
    return practice.VerdictView(question=question.id, given=given, expected=expected, **known | fields)


SIGMOIDS = Text(
    "Softmax models exactly one class out of K. Labels that do not exclude each other need independent probabilities, "
    "hence one sigmoid each.",
    "Softmax 描述的是从 K 个类别中恰好选一个。标签之间不互斥时，需要相互独立的概率，也就是每个标签一个 sigmoid。",
)
WHY_SIGMOID = Feedback(
    "B",
    True,
    Text(
        "Each topic is its own yes-or-no question, and several probabilities may be near 1 together.",
        "每个主题各是一道是非题，多个概率可以同时接近 1。",
    ),
)
WHY_NOT_SOFTMAX = Feedback(
    "A",
    False,
    Text(
        "The probabilities sum to 1, so at most one topic can exceed 0.5.",
        "概率之和为 1，大于 0.5 的主题最多只有一个。",
    ),
)
VERDICT_RIGHT = _verdict(
    SINGLE,
    "B",
    Text("B", "B"),
    right=True,
    score=1.0,
    feedback=(WHY_SIGMOID,),
    explanation=SIGMOIDS,
    grade=3,
    due=NOW + timedelta(days=3, hours=2),
    sources=(VASWANI,),
)
VERDICT_WRONG = _verdict(
    SINGLE,
    "A",
    Text("B", "B"),
    feedback=(WHY_NOT_SOFTMAX, WHY_SIGMOID),
    explanation=SIGMOIDS,
    returns=True,
    misconceptions=("softmax-for-multi-label",),
)
VERDICT_PARTLY = _verdict(
    MULTIPLE,
    "A, C",
    Text("A, B", "A, B"),
    score=0.5,
    feedback=(
        Feedback(
            "",
            False,
            Text(
                "You found 1 of the 2 right choices and took 1 wrong one.",
                "正确选项共 2 个，你选对了 1 个，另外错选了 1 个。",
            ),
        ),
        Feedback("A", True, Text("True: the common factor cancels.", "成立：公因子会约掉。")),
        Feedback("B", True, Text("True: exp of a finite number is positive.", "成立：有限实数的指数恒为正。")),
        Feedback("C", False, Text("Every gap doubles, so it gets sharper.", "差值翻倍，分布更尖锐。")),
    ),
    grade=2,
)
VERDICT_TRUTH = _verdict(
    TRUE_FALSE,
    "true",
    Text("false", "错"),
    explanation=Text("It normalizes; it does not calibrate.", "它只做归一化，不做校准。"),
)
VERDICT_CLOZE = _verdict(
    CLOZE,
    "maximun; 0; 2",
    Text("maximum; 0; 1", "最大值; 0; 1"),
    score=2 / 3,
    feedback=(
        Feedback("1", True, Text("maximum", "最大值")),
        Feedback("2", True, Text("0", "0")),
        Feedback("3", False, Text("not “2” but “1”", "不是“2”，应为“1”")),
    ),
    typo="maximun → maximum",
)
VERDICT_ORDERING = _verdict(
    ORDERING,
    "A B C",
    Text("B C A", "B C A"),
    score=1 / 3,
    feedback=(
        Feedback(
            "A",
            False,
            Text(
                "Place 1 is the first that differs: “Compare the query with every key” belongs there.",
                "从第 1 位开始不对：这里应当是“用查询与每个键比较”。",
            ),
        ),
    ),
)
VERDICT_PREDICT = _verdict(
    PREDICT,
    "[nan, nan, 0.0]",
    Text("[0.5, 0.5, 0.0]", "[0.5, 0.5, 0.0]"),
    feedback=(
        Feedback(
            "1",
            False,
            Text(
                "you wrote “[nan, nan, 0.0]”, it prints “[0.5, 0.5, 0.0]”",
                "你写的是“[nan, nan, 0.0]”，实际打印“[0.5, 0.5, 0.0]”",
            ),
        ),
        Feedback("", False, Text("There is no overflow: 2000 is subtracted first.", "不会溢出：先减去了最大值 2000。")),
    ),
)
REVEAL = practice.RevealView(
    question=OPEN.id,
    event="e2",
    given="so that the softmax does not saturate",
    model_answer=Text(
        "If the components of q and k are independent with mean 0 and variance 1, q·k has variance d_k. Without the "
        "division the scores grow with the width, the softmax saturates and its gradient vanishes.",
        "若 q、k 的各分量相互独立、均值为 0、方差为 1，则 q·k 的方差为 d_k。不除的话，打分随宽度变大，"
        "softmax 饱和，梯度消失。",
    ),
    key_points=(
        Text("The variance of the dot product is d_k.", "点积的方差是 d_k。"),
        Text("A saturated softmax passes on almost no gradient.", "饱和的 softmax 几乎不传梯度。"),
        Text("The division brings the variance back to 1.", "除以 √d_k 后方差回到 1。"),
    ),
    mentioned=(1,),
    follow_up_question=Text("Why not divide by d_k?", "为什么不除以 d_k？"),
    follow_up_answer=Text("Then the scores of independent vectors would shrink to 0.", "那样独立向量的打分会缩到 0。"),
    sources=(VASWANI,),
)
VERDICT_MATCHING = _verdict(
    MATCHING,
    "1A 2B 3C",
    Text("1B 2A 3C", "1B 2A 3C"),
    score=1 / 3,
    feedback=(
        Feedback(
            "1A",
            False,
            Text(
                "“queries” goes with “the sequence that asks”.",
                "“查询”对应的是“发出查询的序列”。",
            ),
        ),
    ),
)
VERDICT_NUMERIC = _verdict(
    NUMERIC,
    "14 GiB",
    Text("13.04 GiB", "13.04 GiB"),
    feedback=(Feedback("", False, Text("That is GB: 10^9 bytes, not 2^30.", "那是 GB：10^9 字节，而不是 2^30。")),),
)
SUMMARY = practice.SummaryView(
    session="s1",
    asked=10,
    right=7,
    skipped=1,
    milliseconds=252_000,
    finished=True,
    misses=(
        practice.MissView(SINGLE.id, "softmax", SOFTMAX, SINGLE.prompt, right_at_last=True),
        practice.MissView(OPEN.id, "self-attention", SELF_ATTENTION, OPEN.prompt, right_at_last=False),
    ),
    review=("softmax", "self-attention"),
    due_tomorrow=6,
)
