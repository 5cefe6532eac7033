"""Views of `practice`, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sample_quiz import NOW

from llmtutor.model import Failure, Reason, ShownValue, Text
from llmtutor.views.exercise import (
    ExerciseRow,
    ExercisesView,
    ExerciseView,
    JudgedView,
    KnownMistake,
    SolutionView,
)

SOFTMAX = Text("Softmax and logits", "Softmax 与 logits")
STUB = 'def softmax(logits):\n    """Turn every row into probabilities."""\n    raise NotImplementedError\n'

EXERCISE = ExerciseView(
    exercise="write-softmax",
    question="softmax/write-softmax",
    concept="softmax",
    name=SOFTMAX,
    level=2,
    prompt=Text("Write softmax for every row of `logits`.", "对 `logits` 的每一行做 softmax。"),
    function="softmax",
    stub=STUB,
    hints=2,
    file="/home/ada/practice/write-softmax.py",
    created=True,
)

ROWS = (
    ExerciseRow("write-softmax", "softmax/write-softmax", "softmax", SOFTMAX, "foundations", 2, "solved",
                NOW - timedelta(days=1), "/home/ada/write-softmax.py"),
    ExerciseRow("write-rope", "rope/write-rope", "rope", Text("Rotary embedding", "旋转位置编码"), "transformer", 4,
                "begun", None, "/home/ada/write-rope.py"),
    ExerciseRow("write-top-k", "top-k/write-top-k", "top-k", Text("Top-k sampling", "Top-k 采样"), "decoding", 1, "new",
                None, None),
)  # fmt: skip

WRONG = JudgedView(
    exercise="write-softmax",
    question="softmax/write-softmax",
    file="/home/ada/practice/write-softmax.py",
    right=False,
    held=(Text("Every row sums to 1.", "每一行之和为 1。"),),
    failure=Failure(
        Reason.LAW,
        Text("Adding 5 to a row changes nothing.", "给一行都加上 5，结果不变。"),
        (ShownValue("[[1000, 999], [0, 1]]", "array", (2, 2), "logits"), ShownValue("3", "number", (), "k")),
        ShownValue("[[0.7311, 0.2689], [0.2689, 0.7311]]", "array", (2, 2)),
        ShownValue("[[nan, nan], [0.2689, 0.7311]]", "array", (2, 2)),
        "[0, 0]",
    ),
    mistake=KnownMistake(
        "overflow", Text("exp overflows: subtract the maximum first.", "exp 溢出：先减去最大值。"), "softmax-overflows"
    ),
    printed="shape (2, 2)\n",
    recorded=True,
    event="e7",
    attempt=2,
    hints=1,
    grade=None,
    due=None,
    milliseconds=61_000,
)
RAISED = replace(
    WRONG,
    held=(),
    failure=Failure(
        Reason.RAISED,
        Text("Every row sums to 1.", "每一行之和为 1。"),
        (ShownValue("[1, 2]", "list", (2,), "numbers"),),
        error="AttributeError: 'list' object has no attribute 'max'",
        line=7,
    ),
    mistake=None,
    printed="",
)
FORM = replace(
    RAISED,
    failure=Failure(
        Reason.FORM,
        expected=ShownValue("[0.5, 0.5]", "array", (2,)),
        actual=ShownValue("None", "nothing"),
        inputs=(ShownValue("[0, 0]", "array", (2,), "logits"),),
    ),
)
CHANGED = replace(
    RAISED,
    failure=Failure(
        Reason.CHANGED, expected=ShownValue("[3]", "list", (1,)), actual=ShownValue("[3, 1]", "list", (2,))
    ),
)
SOLVED = replace(WRONG, right=True, failure=None, mistake=None, printed="", grade=2, due=NOW + timedelta(days=3))

VIEWS: dict[str, Any] = {
    "exercises": ExercisesView(ROWS, 1),
    "exercises-none": ExercisesView((), 0),
    "exercise": EXERCISE,
    "exercise-as-left": replace(EXERCISE, created=False),
    "judged-wrong": WRONG,
    "judged-raised": RAISED,
    "judged-form": FORM,
    "judged-changed": CHANGED,
    "judged-solved": SOLVED,
    "judged-again": replace(SOLVED, grade=None, due=None, event=None, recorded=False),
    "solution": SolutionView(
        "write-softmax",
        "softmax/write-softmax",
        STUB,
        Text("Shift, exp, divide.", "平移、取指数、相除。"),
        True,
        1,
        NOW,
    ),
}
