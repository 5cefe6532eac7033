"""Views of sync, placement, interview and tune, made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sample_concept import SELF_ATTENTION, SOFTMAX
from sample_quiz import NOW, OPEN, REVEAL

from llmtutor.model import Text
from llmtutor.views import interview, placement, practice, progress, sync, tuning

FOUNDATIONS = Text("Foundations of language models", "语言模型基础")
ATTENTION = Text("Attention and long context", "注意力机制与长上下文")
OWN = "llmtutor-4f0a2c1e-8a53-4b1f-9d38-0c6a7e1d2b90.jsonl"
OTHER = "llmtutor-9b3a672e-9517-4113-b874-95a09b5b1c69.jsonl"
CONFIG = "/home/ada/.config/llmtutor/config.toml"

TIMED = replace(OPEN, why=Text("A follow-up", "追问"), position=practice.PositionView(2, 7, minutes_left=23), hints=0)

REPORT = interview.InterviewView(
    session="s1",
    at=NOW,
    minutes=30,
    milliseconds=1_684_000,
    answered=1,
    named=2,
    points=5,
    topics=(
        interview.InterviewTopicView("foundations", FOUNDATIONS, 1, 0, 2),
        interview.InterviewTopicView("attention", ATTENTION, 1, 2, 3),
    ),
    questions=(
        interview.InterviewedView(
            question="softmax/explain",
            concept="softmax",
            name=SOFTMAX,
            topic="foundations",
            level=1,
            prompt=Text("What does softmax do to `logits`?", "softmax 对 `logits` 做了什么？"),
            given=None,
            grade=None,
            points=(
                interview.PointView(Text("It makes them probabilities.", "变成概率。"), named=False),
                interview.PointView(Text("The order stays.", "次序不变。"), named=False),
            ),
            model_answer=Text("It exponentiates and divides by the sum.", "取指数，再除以总和。"),
            follow_up_question=None,
            follow_up_given=None,
            follow_up_answer=None,
            milliseconds=0,
        ),
        interview.InterviewedView(
            question=OPEN.id,
            concept=OPEN.concept,
            name=SELF_ATTENTION,
            topic="attention",
            level=OPEN.level,
            prompt=OPEN.prompt,
            given="So that the softmax does not *saturate*.\n# and then\x1b[31m?",
            grade=3,
            points=tuple(
                interview.PointView(point, named=number < 2) for number, point in enumerate(REVEAL.key_points)
            ),
            model_answer=REVEAL.model_answer,
            follow_up_question=REVEAL.follow_up_question,
            follow_up_given="the scores vanish",
            follow_up_answer=REVEAL.follow_up_answer,
            milliseconds=403_000,
        ),
    ),
    review=("softmax", "self-attention"),
)

PLACEMENT = placement.PlacementView(
    session="s1",
    asked=25,
    right=14,
    concepts=135,
    known=("tokenization", "softmax"),
    topics=(
        placement.PlacedTopicView("foundations", FOUNDATIONS, 9, 12),
        placement.PlacedTopicView("attention", ATTENTION, 0, 21),
    ),
    next=("self-attention", "causal-mask"),
    doubt=0.0712,
)
TUNING = tuning.TuningView("better", 2340, 1500, 1872, 468, 0.3921, 0.3794, (0.1, 1.2), CONFIG)

VIEWS: dict[str, Any] = {
    "synced": sync.SyncedView(
        "/home/ada/Dropbox/llmtutor",
        OWN,
        12,
        1207,
        1219,
        (
            sync.SyncedFileView(OWN, 0, 0, False, (), None),
            sync.SyncedFileView(OTHER, 1207, 1207, True, (), None),
        ),
    ),
    "synced-nothing": sync.SyncedView("box", OWN, 0, 0, 1219, (sync.SyncedFileView(OWN, 0, 0, False, (), None),)),
    "synced-partly": sync.SyncedView(
        "box",
        OWN,
        0,
        1,
        8,
        (
            sync.SyncedFileView(
                OTHER,
                1,
                1,
                False,
                tuple(progress.RefusedView(n, Text("this is not JSON", "不是 JSON")) for n in range(3, 10)),
                None,
            ),
            sync.SyncedFileView(
                "llmtutor-x.jsonl", 0, 0, False, (), Text("it cannot be read: denied", "无法读取：没有权限或读取出错")
            ),
        ),
    ),
    "placement": PLACEMENT,
    "placement-all": replace(PLACEMENT, topics=PLACEMENT.topics[:1], next=(), doubt=0.0),
    "paused": placement.PausedView(4, 25, "llmtutor quiz --placement"),
    "review": interview.ReviewView(6, time_is_up=True),
    "review-all-asked": interview.ReviewView(1, time_is_up=False),
    "interview": REPORT,
    "interview-empty": replace(
        REPORT, milliseconds=0, answered=0, named=0, points=0, topics=(), questions=(), review=()
    ),
    "tuning-too-few": tuning.TuningView("too-few", 312, 1500, 0, 0, None, None, (), CONFIG),
    "tuning-no-better": replace(TUNING, outcome="no-better", after=None, weights=()),
    "tuning-better": TUNING,
    "tuning-applied": replace(TUNING, outcome="applied"),
}
