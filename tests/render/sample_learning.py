"""Views of config, path, map, stats and history, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sample_concept import SELF_ATTENTION, SOFTMAX
from sample_quiz import NOW

from llmtutor.model import Text
from llmtutor.views import learning

CONFIG = "/home/ada/.config/llmtutor/config.toml"
RETENTION = learning.SettingView(
    "desired_retention",
    0.92,
    "file",
    CONFIG,
    0.9,
    Text("a question is due when it is known with this probability", "记得的概率降到这个值时，题目到期"),
    Text("0.70 to 0.97", "0.70 到 0.97"),
)
LANGUAGE = learning.SettingView(
    "language",
    "zh",
    "environment",
    "LLMTUTOR_LANG",
    None,
    Text("the language of the interface", "界面语言"),
    Text("en or zh", "en 或 zh"),
)
CREDIT = learning.SettingView(
    "credit",
    True,
    "default",
    None,
    True,
    Text("what builds on it counts", "进阶内容也算"),
    Text("on or off", "on 或 off"),
)
PAUSES = learning.SettingView(
    "pauses",
    ("2026-12-20/2027-01-03", "2027-02-01/2027-02-07"),
    "file",
    CONFIG,
    (),
    Text("days off", "休息的日子"),
    Text("dates, or none", "日期，或 none"),
)


def known(
    slug: str, name: Text, topic: str, stage: learning.Stage, *requires: str, score: float = 0.0, ready: bool = False
) -> learning.KnownConcept:
    seen = {"new": 0, "untested": 0, "begun": 3}.get(stage, 5)
    questions = 0 if stage == "untested" else 5
    done = 1 if stage == "begun" else seen
    return learning.KnownConcept(slug, name, topic, 2, requires, questions, seen, done, score, stage, ready)


MODEL = known("language-model", Text("Language model", "语言模型"), "foundations", "mastered", score=0.94)
SOFT = known("softmax", SOFTMAX, "foundations", "known", score=0.78)
NETS = known("neural-networks", Text("Neural networks", "神经网络"), "foundations", "begun", score=0.31, ready=True)
SEQ = known(
    "seq2seq", Text("Sequence-to-sequence model", "序列到序列模型"), "foundations", "new", "language-model",
    "neural-networks",
)  # fmt: skip
ATTENTION = known(
    "attention-mechanism", Text("Attention mechanism", "注意力机制"), "attention", "new", "seq2seq", "softmax"
)
EMBEDDINGS = known("token-embeddings", Text("Token embeddings", "词元嵌入"), "attention", "untested", "neural-networks")
SELF = known("self-attention", SELF_ATTENTION, "attention", "new", "attention-mechanism", "token-embeddings")

PATH = learning.PathView(
    "self-attention",
    SELF_ATTENTION,
    (MODEL, NETS, SEQ, SOFT, ATTENTION, EMBEDDINGS, SELF),
    2,
    ("neural-networks",),
)
PATH_DEEP = learning.PathView(
    "c9",
    Text("The ninth concept", "第九个概念"),
    tuple(
        known(f"c{n}", Text(f"Concept number {n}", f"第 {n} 个概念"), "t", "known", *([f"c{n - 1}"] if n else []))
        for n in range(10)
    ),
    10,
    (),
)
MAP = learning.MapView(
    (
        learning.MappedTopic("foundations", Text("Foundations", "基础"), (MODEL, NETS, SOFT, SEQ)),
        learning.MappedTopic("attention", Text("Attention", "注意力"), (ATTENTION, EMBEDDINGS, SELF)),
    ),
    7,
    2,
)


def _days() -> tuple[learning.DayView, ...]:
    today = NOW.date()
    return tuple(
        learning.DayView((today - timedelta(days=back)).isoformat(), count, count // 2, 30_000 * count)
        for back in reversed(range(200))
        if (count := (back * 7 + back // 3) % 23 - 8) > 0
    )


def _forecast(today: date) -> tuple[learning.ForecastDay, ...]:
    counts = [12, 0, 5, 3, 30, 1, 8, *([2] * 23)]
    return tuple(
        learning.ForecastDay((today + timedelta(days=number)).isoformat(), count) for number, count in enumerate(counts)
    )


STATS = learning.StatsView(
    today=NOW.date().isoformat(),
    answers=learning.AnswersView(1234, 1011, 123, 87, 36_540_000, NOW - timedelta(days=200)),
    streak=learning.StreakView(12, "open", 3),
    retention=learning.RetentionView(0.0, 1.0, 802, 0.884, 0.871),
    recent=learning.RetentionView(0.0, 1.0, 47, 0.861, 0.997),
    desired_retention=0.9,
    curve=(
        learning.RetentionView(0.0, 0.7, 12, 0.66, 0.75),
        learning.RetentionView(0.7, 0.8, 240, 0.764, 0.771),
        learning.RetentionView(0.9, 0.95, 550, 0.92, 0.93),
    ),
    forecast=_forecast(NOW.date()),
    days=_days(),
    pace=420_000,
    weakest=(
        learning.WeakConcept("softmax", SOFTMAX, 0.61, 31, 12),
        learning.WeakConcept("self-attention", SELF_ATTENTION, 0.738, 8, 2),
    ),
    misconceptions=(
        learning.MisconceptionView(
            "softmax-per-class",
            "softmax/multi-label",
            "softmax",
            SOFTMAX,
            Text(
                "A softmax over all topics, taking every topic above `0.5`", "对全部主题做 softmax，取概率高于 `0.5` 的"
            ),
            Text(
                "The probabilities sum to 1, so at most one can be above 0.5.", "概率之和为 1，最多只有一个能高于 0.5。"
            ),
            4,
            NOW,
        ),
        learning.MisconceptionView("doubling", "a/gone", "a", Text("a", "a"), None, None, 2, NOW),
    ),
    calibration=(
        learning.BrierView(None, Text("All topics", "全部主题"), 443, 0.79, 0.87, 0.151),
        learning.BrierView("attention", Text("Attention and long context", "注意力与长上下文"), 139, 0.78, 1.0, 0.04),
    ),
    confidences=(learning.ConfidenceView(0.5, 106, 0.41), learning.ConfidenceView(0.99, 123, 0.896)),
)
STATS_NONE = learning.StatsView(
    today="2026-11-24",
    answers=learning.AnswersView(0, 0, 0, 0, 0, None),
    streak=learning.StreakView(0, "free", 0),
    retention=learning.RetentionView(0.0, 1.0, 0, None, None),
    recent=learning.RetentionView(0.0, 1.0, 0, None, None),
    desired_retention=0.9,
    curve=(),
    forecast=(),
    days=(),
    pace=0,
    weakest=(),
    misconceptions=(),
    calibration=(),
    confidences=(),
)


def answered(question: str, response: str, right: bool | None, grade: int | None, hours: int) -> learning.AnsweredView:
    return learning.AnsweredView(
        at=NOW - timedelta(hours=hours),
        event=f"e{hours}",
        session="s",
        question=question,
        concept="softmax",
        name=SOFTMAX,
        topic="foundations",
        level=2,
        kind="single-choice",
        response=response,
        right=right,
        score=None if right is None else float(right),
        grade=grade,
        hints=0,
        attempt=1,
        milliseconds=9300 * hours,
        confidence=0.9 if right else None,
        follows_up=False,
    )


HISTORY = learning.HistoryView(
    1234,
    (
        answered("softmax/large-logits", "B", True, 3, 1),
        answered("softmax/explain-temperature-and-its-limits", "It divides, then\nexponentiates", None, None, 2),
        answered("self-attention/why-scale", '=1+"2"', False, 1, 60),
    ),
)

VIEWS: dict[str, Any] = {
    "settings": learning.SettingsView(CONFIG, (LANGUAGE, RETENTION, CREDIT, PAUSES)),
    "setting": RETENTION,
    "setting-changed": learning.SettingChangedView(CONFIG, 0.9, RETENTION),
    "setting-overruled": learning.SettingChangedView(
        CONFIG, None, replace(LANGUAGE, value="en", source="file", where=CONFIG), "LLMTUTOR_LANG"
    ),
    "path": PATH,
    "path-deep": PATH_DEEP,
    "map": MAP,
    "stats": STATS,
    "stats-none": STATS_NONE,
    "history": HISTORY,
}
