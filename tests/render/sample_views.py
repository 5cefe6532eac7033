"""One or more of every view, made by hand, and `SCENES`: whatever a person may see, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sample_around import TIMED
from sample_around import VIEWS as AROUND
from sample_concept import BRIDLE, CONCEPT, SELF_ATTENTION, SNIPPET, SOFTMAX
from sample_exercise import VIEWS as EXERCISE
from sample_learning import VIEWS as LEARNING
from sample_quiz import (
    CLOZE,
    MATCHING,
    MULTIPLE,
    NOW,
    NUMERIC,
    OPEN,
    ORDERING,
    PREDICT,
    QUESTIONS,
    REVEAL,
    SIGMOIDS,
    SINGLE,
    SUMMARY,
    TRUE_FALSE,
    VERDICT_CLOZE,
    VERDICT_MATCHING,
    VERDICT_NUMERIC,
    VERDICT_ORDERING,
    VERDICT_PARTLY,
    VERDICT_PREDICT,
    VERDICT_RIGHT,
    VERDICT_TRUTH,
    VERDICT_WRONG,
    WHY_NOT_SOFTMAX,
    WHY_SIGMOID,
)

from llmtutor.model import Axis, Ending, Figure, KeyPoint, Place, Problem, RunResult, Text, Words
from llmtutor.render.as_rich import Screen
from llmtutor.render.words import practice as words
from llmtutor.views import browse, lab, practice, progress, search, upkeep

SEARCH = search.SearchView(
    query="sofmax",
    corrected="softmax",
    total=12,
    hits=(
        search.HitView(
            "concept",
            "softmax",
            "softmax",
            SOFTMAX,
            Text(CONCEPT.summary.en, CONCEPT.summary.zh),
            search.Marks(en=((0, 7),), zh=((0, 7),)),
            9.5,
            "foundations",
            1,
        ),
        search.HitView(
            "question",
            SINGLE.id,
            "softmax",
            SINGLE.prompt,
            Text("A softmax over all topics", "对所有主题做 softmax"),
            search.Marks(en=((2, 9),), zh=((7, 14),)),
            4.2,
            "foundations",
            3,
            why=Text("in a choice", "出自选项"),
        ),
        search.HitView(
            "concept",
            "self-attention",
            "self-attention",
            SELF_ATTENTION,
            Text("the scores become weights by softmax", "打分经 softmax 变成权重"),
            search.Marks(en=((29, 36),), zh=((4, 11),)),
            4.0,
            "attention",
            2,
        ),
        search.HitView(
            "snippet",
            "softmax",
            "softmax",
            Text(SNIPPET.title, SNIPPET.title),
            Text("def softmax(z):", "def softmax(z):"),
            search.Marks(en=((4, 11),), zh=((4, 11),)),
            2.0,
            "foundations",
            1,
        ),
    ),
)
RUN = lab.RunView(
    SNIPPET,
    RunResult(Ending.OK, "softmax of 2, 1, 0 : [0.6652, 0.2447, 0.0900]\n", "", 0, 212),
    same=False,
    difference=(
        "--- recorded",
        "+++ now",
        "@@ -1 +1 @@",
        "-softmax of 2, 1, 0 : [0.6652, 0.2447, 0.09]",
        "+softmax of 2, 1, 0 : [0.6652, 0.2447, 0.0900]",
    ),
)
PROBLEM = Problem(
    Place("questions/foundations/softmax.yaml", 12, 5),
    "missing-prerequisite",
    Text("no concept is called neural-network", "没有名为 neural-network 的概念"),
    Text("write neural-networks", "应写作 neural-networks"),
)

FIGURES = (
    Figure(
        "heat-map",
        Text("Attention weights", "注意力权重"),
        "weights",
        Axis(Text("key", "键"), ("the", "cat", "sat")),
        Axis(Text("query", "查询"), ("the", "cat", "sat")),
        (),
        ((1.0, 0.0, 0.0), (0.3, 0.7, 0.0), (0.2, 0.3, 0.5)),
    ),
    Figure(
        "line",
        Text("Loss", "损失"),
        "losses",
        Axis(Text("step", "步数"), ("0", "50", "100", "150", "200")),
        Axis(Text("loss", "损失")),
        (Text("training", "训练"), Text("validation", "验证")),
        ((3.2, 1.4, 0.7, 0.4, 0.3), (3.2, 1.5, 0.9, 0.8, 0.85)),
    ),
    Figure(
        "bar",
        Text("Probabilities", "概率"),
        "p",
        Axis(None, ("the", "猫", "sat")),
        Axis(Text("probability", "概率")),
        (),
        ((0.67, 0.24, 0.09),),
    ),
)

FOUNDATIONS = CONCEPT.topic.name
ATTENTION = Text("Attention and long context", "注意力机制与长上下文")

VIEWS: dict[str, Any] = {
    **EXERCISE,
    "search": SEARCH,
    "search-nothing": search.SearchView(
        "zzz", (), 0, nearest=(search.NamedView("softmax", SOFTMAX), search.NamedView("self-attention", SELF_ATTENTION))
    ),
    "concept": CONCEPT,
    "topics": browse.TopicsView(
        (
            browse.TopicRow("foundations", FOUNDATIONS, 9, 41),
            browse.TopicRow("attention", ATTENTION, 6, 1200),
        )
    ),
    "concepts": browse.ConceptsView(
        (
            browse.ConceptRow(
                "neural-networks", Text("Neural networks", "神经网络"), "foundations", 1, (), (), 3, None, FOUNDATIONS
            ),
            browse.ConceptRow(
                "softmax", SOFTMAX, "foundations", 1, ("neural-networks",), ("q05",), 5, "softmax", FOUNDATIONS
            ),
            browse.ConceptRow("self-attention", SELF_ATTENTION, "attention", 2, ("softmax",), (), 1, None, ATTENTION),
        )
    ),
    "questions": browse.QuestionsView(
        (
            browse.QuestionRow(SINGLE.id, SINGLE.kind, "softmax", "foundations", 3, (), (), SINGLE.prompt),
            browse.QuestionRow(OPEN.id, OPEN.kind, "self-attention", "attention", 2, ("q12",), (), OPEN.prompt),
        )
    ),
    "snippets": browse.SnippetsView((browse.SnippetRow("softmax", "softmax", SNIPPET.title, 15, ("numpy",)),)),
    "shown": browse.ShownView(
        SINGLE,
        practice.AnswerView(
            SINGLE.id,
            7,
            Text("B", "B"),
            (WHY_NOT_SOFTMAX, WHY_SIGMOID),
            SIGMOIDS,
            None,
            (),
            None,
            None,
            (BRIDLE,),
        ),
    ),
    "shown-open": browse.ShownView(
        OPEN,
        practice.AnswerView(
            OPEN.id,
            7,
            Text("", ""),
            (),
            None,
            REVEAL.model_answer,
            tuple(KeyPoint(text, Words()) for text in REVEAL.key_points),
            REVEAL.follow_up_question,
            REVEAL.follow_up_answer,
            (),
        ),
    ),
    "graded": practice.GradedView(SINGLE.id, "e1", 4, NOW + timedelta(days=40), returns=False),
    "hint": practice.HintView(SINGLE.id, 1, 2, Text("Can two topics both be near 1?", "两个主题能同时接近 1 吗？")),
    "hint-none": practice.HintView(SINGLE.id, 0, 0, None),
    "skipped": practice.SkippedView(SINGLE.id),
    "undone": practice.UndoneView(SINGLE.id, "e1", NOW - timedelta(minutes=2)),
    "undone-placement": practice.UndoneView(None, "e1", NOW - timedelta(minutes=2), 12),
    "undone-nothing": practice.UndoneView(None, None, None),
    "summary": SUMMARY,
    "summary-left": practice.SummaryView("s2", 1, 1, 0, 4_200, False, (), (), 0),
    "nothing": practice.NothingView(
        Text("Nothing is due, and every question has been asked.", "没有到期的题，所有题目都已问过。"),
        Text("llmtutor quiz --level 3", "llmtutor quiz --level 3"),
    ),
    "complaint": practice.ComplaintView(
        "bad-line", Text("That is no JSON.", "这不是 JSON。"), Text('Send {"answer": "B"}.', '请发送 {"answer": "B"}。')
    ),
    "run": RUN,
    "run-failed": lab.RunView(
        SNIPPET,
        RunResult(Ending.MISSING, "", "ModuleNotFoundError: No module named 'tensorflow'\n", 1, 95, "tensorflow"),
        same=None,
        difference=(),
        advice=Text("pip install 'llmtutor[tensorflow]'", "pip install 'llmtutor[tensorflow]'"),
    ),
    "run-figures": replace(
        RUN, figures=FIGURES, undrawn=(Text("the program has no variable `w`", "程序中没有变量 `w`"),)
    ),
    "prediction": lab.PredictionView(
        "softmax/prints",
        RunResult(Ending.OK, "0.5\nTrue\n", "", 0, 84),
        (
            lab.PredictedLine("0.5", "0.5", True),
            lab.PredictedLine("False", "True", False),
            lab.PredictedLine("0.25", None, False),
        ),
    ),
    "trust": upkeep.TrustView("/home/ada/my-bank", 12, ("attention/self-attention", "attention/self-attention.small")),
    "snippet": lab.SnippetView(SNIPPET),
    "standing": progress.StandingView(
        due=12,
        new=71,
        learned=23,
        answered=1234,
        streak=4,
        resumable=True,
        commands=(
            progress.SuggestionView("llmtutor quiz --due", Text("review what is due", "复习到期的题")),
            progress.SuggestionView("llmtutor search attention", Text("look something up", "查一个概念")),
            progress.SuggestionView("llmtutor explain softmax", Text("read about a concept", "读一个概念")),
        ),
    ),
    "exported": progress.ExportedView(1, "/home/ada/progress.jsonl"),
    "imported": progress.ImportedView("progress.jsonl", 120, 7, (progress.RefusedView(3, Text("no id", "缺少 id")),)),
    "backed-up": progress.BackedUpView("/home/ada/backup.sqlite", 120, NOW),
    "bank-check": upkeep.BankCheckView(
        "builtin",
        18,
        16,
        90,
        1,
        1,
        (
            PROBLEM,
            Problem(
                Place("questions/source.yaml"),
                "uncovered-item",
                Text("no concept covers q47", "没有概念覆盖 q47"),
                Text("name q47 in the `covers` of a concept", "在某个概念的 `covers` 中写上 q47"),
                "warning",
            ),
        ),
        (upkeep.FactView("longest-right", 0.24, Text("24 % of right choices are longest", "24% 的正确选项最长")),),
    ),
    "bank-check-sound": upkeep.BankCheckView("builtin", 18, 16, 90, 0, 0, (), ()),
    "bank-test": upkeep.BankTestView("builtin", 26, 14, ("softmax.out",), ("keras-model",), (PROBLEM,), 12_400),
    "bank-new": upkeep.BankNewView(
        ("questions/foundations/softmax.yaml", "questions/foundations/softmax.py"),
        Text("Write the texts, then `llmtutor bank check`.", "写好内容，然后运行 `llmtutor bank check`。"),
    ),
    "coverage": upkeep.CoverageView(
        (
            upkeep.CoveredItem(
                "q05",
                Text("What a language model is, as a program", "用程序说明语言模型是什么"),
                "q05",
                ("language-model", "softmax"),
                ("language-model/explain", "softmax/first-of-three"),
                ("language-model/explain",),
            ),
            upkeep.CoveredItem("q47", Text("What dynamic attention is", "什么是动态注意力"), "q47", (), (), ()),
        ),
        (
            upkeep.CorrectedErratum(
                "attn-values",
                "major",
                Text("The sum runs over the inputs.", "加权求和的对象是输入。"),
                Text("The sum runs over the values.", "加权求和的对象是值。"),
                ("attention-mechanism",),
            ),
        ),
        ("q47",),
        ("q47",),
        (),
    ),
    **LEARNING,
    **AROUND,
    "schema": upkeep.SchemaView("skipped", {"type": "object", "properties": {"question": {"type": "string"}}}),
    "doctor": upkeep.DoctorView(
        "0.1.0",
        "3.11.7",
        (
            upkeep.CheckupView("bank", "ok", "/opt/llmtutor/questions", Text("the bank's folder", "题库目录")),
            upkeep.CheckupView(
                "journal",
                "broken",
                "/home/ada/.local/share/llmtutor/journal.sqlite",
                Text("cut in half", "文件不完整"),
                Text("restore it from a backup", "请从备份恢复"),
            ),
            upkeep.CheckupView(
                "cache",
                "warning",
                "/home/ada/.cache/llmtutor",
                Text("cannot be written", "不可写"),
                Text("set LLMTUTOR_HOME", "请设置 LLMTUTOR_HOME"),
            ),
        ),
    ),
    "help": upkeep.HelpView(
        "exit-codes",
        Text("Exit codes", "退出码"),
        Text("What the process tells the shell.", "进程返回给 shell 的值。"),
        (
            upkeep.HelpRow("0", Text("All went well, also for leaving a quiz early.", "正常结束，包括提前退出测验。")),
            upkeep.HelpRow("130", Text("Interrupted.", "被中断。")),
        ),
    ),
}

KEYS_BEFORE = (
    ("1-4", words.CHOOSE),
    (words.ENTER, words.CONFIRM),
    ("h", words.ASK_HINT),
    ("s", words.SKIP),
    ("u", words.UNDO),
    ("?", words.SHOW_KEYS),
    ("q", words.LEAVE),
)
KEYS_AFTER = ((words.ENTER, words.GO_ON), ("1-4", words.CHANGE_GRADE), ("q", words.LEAVE))


def _asked(view: practice.QuestionView, **arguments: Any) -> Callable[[Screen], None]:
    def draw(screen: Screen) -> None:
        screen.question(view, **arguments)
        screen.footer(KEYS_BEFORE, view.position)

    return draw


def _answered(view: practice.QuestionView, verdict: practice.VerdictView) -> Callable[[Screen], None]:
    def draw(screen: Screen) -> None:
        screen.question(view)
        screen.show(verdict)
        screen.footer(KEYS_AFTER, view.position)

    return draw


def _asked_how_sure(screen: Screen) -> None:
    screen.question(SINGLE, chosen={"B"})
    screen.ask(words.HOW_SURE)
    screen.footer((*words.SURE.items(), (words.ENTER, words.NOT_TOLD), ("q", words.LEAVE)), SINGLE.position)


def _revealed(screen: Screen) -> None:
    screen.question(OPEN)
    screen.reveal(REVEAL, {0, 1})
    screen.footer(((words.ENTER, words.GO_ON), ("1-4", words.CHANGE_GRADE)), OPEN.position)


SCENES: dict[str, Callable[[Screen], None]] = {
    **{f"question-{kind}": _asked(view) for kind, view in QUESTIONS.items()},
    "question-single-chosen": _asked(SINGLE, chosen={"B"}),
    "question-multiple-chosen": _asked(MULTIPLE, chosen={"A", "C"}),
    "question-cloze-typed": _asked(CLOZE, typed=("maximum", "0")),
    "verdict-right": _answered(SINGLE, VERDICT_RIGHT),
    "verdict-wrong": _answered(SINGLE, VERDICT_WRONG),
    "verdict-partly": _answered(MULTIPLE, VERDICT_PARTLY),
    "verdict-truth": _answered(TRUE_FALSE, VERDICT_TRUTH),
    "verdict-cloze": _answered(CLOZE, VERDICT_CLOZE),
    "verdict-ordering": _answered(ORDERING, VERDICT_ORDERING),
    "verdict-matching": _answered(MATCHING, VERDICT_MATCHING),
    "verdict-numeric": _answered(NUMERIC, VERDICT_NUMERIC),
    "verdict-predict": _answered(PREDICT, VERDICT_PREDICT),
    "verdict-alone": lambda screen: screen.show(VERDICT_WRONG),
    "question-how-sure": _asked_how_sure,
    "question-on-the-clock": _asked(TIMED),
    "reveal": _revealed,
    **{name: (lambda screen, view=view: screen.show(view)) for name, view in VIEWS.items()},
}
"""Whatever a person may see, by name."""
