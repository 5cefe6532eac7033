"""quiz, next, answer, undo: one question at a time.

`QuestionView` has no field for the answer, so it cannot leak one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from ..model import Feedback, KeyPoint, Source, Text


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """`letter` follows the order shown: A is the first."""

    letter: str
    text: Text


@dataclass(frozen=True, slots=True)
class LeftView:
    """The left side of a matching question; `number` is what an answer calls it."""

    number: str
    text: Text


@dataclass(frozen=True, slots=True)
class PositionView:
    """`number` of `total` different questions; `again` counts how often this one has come back in the session.

    `minutes_left` where a clock runs.
    """

    number: int
    total: int
    again: int = 0
    minutes_left: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`kind` is the kind of question. `choices` are what letters stand for: choices, items to order, right sides.

    `text` is a cloze's sentence, `code` a program whose output is asked for, `hints` how many there are.
    `why` says why this question now; None where it was asked for by name.
    """

    envelope: ClassVar[str] = "question"
    id: str
    kind: str
    concept: str
    name: Text
    topic: str
    level: int
    prompt: Text
    variant: int
    digest: str
    choices: tuple[ChoiceView, ...] = ()
    left: tuple[LeftView, ...] = ()
    text: Text | None = None
    gaps: int = 0
    code: str | None = None
    unit: str | None = None
    hints: int = 0
    position: PositionView | None = None
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The right answer of one variant, with every choice's reason; `model_answer` and `key_points` if it is open."""

    envelope: ClassVar[str] = "key"
    question: str
    variant: int
    expected: Text
    feedback: tuple[Feedback, ...]
    explanation: Text | None
    model_answer: Text | None
    key_points: tuple[KeyPoint, ...]
    follow_up_question: Text | None
    follow_up_answer: Text | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class VerdictView:
    """How an answer went. `grade` 1 Again, 2 Hard, 3 Good, 4 Easy; `due` is when the question comes next."""

    envelope: ClassVar[str] = "verdict"
    question: str
    event: str
    right: bool
    score: float
    given: str
    expected: Text
    feedback: tuple[Feedback, ...]
    explanation: Text | None
    grade: int
    due: datetime | None
    typo: str | None
    misconceptions: tuple[str, ...]
    returns: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RevealView:
    """After an open answer: what a good one says. `mentioned` are the key points whose words the answer holds."""

    envelope: ClassVar[str] = "reveal"
    question: str
    event: str
    given: str
    model_answer: Text
    key_points: tuple[Text, ...]
    mentioned: tuple[int, ...]
    follow_up_question: Text | None
    follow_up_answer: Text | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class GradedView:
    """A grade was set or changed."""

    envelope: ClassVar[str] = "graded"
    question: str
    event: str
    grade: int
    due: datetime | None
    returns: bool


@dataclass(frozen=True, slots=True)
class HintView:
    """`number` of `total`; `text` is None where none is left."""

    envelope: ClassVar[str] = "hint"
    question: str
    number: int
    total: int
    text: Text | None


@dataclass(frozen=True, slots=True)
class SkippedView:
    envelope: ClassVar[str] = "skipped"
    question: str


@dataclass(frozen=True, slots=True)
class UndoneView:
    """`question` is what the retracted answer was to; None where there was nothing to undo.

    `placed` is how many concepts the placement had taken as known that was taken back instead.
    """

    envelope: ClassVar[str] = "undone"
    question: str | None
    event: str | None
    at: datetime | None
    placed: int | None = None


@dataclass(frozen=True, slots=True)
class MissView:
    question: str
    concept: str
    name: Text
    prompt: Text
    right_at_last: bool


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The end of a session. `asked` counts different questions; `right` those right at the first try."""

    envelope: ClassVar[str] = "summary"
    session: str
    asked: int
    right: int
    skipped: int
    milliseconds: int
    finished: bool
    misses: tuple[MissView, ...]
    review: tuple[str, ...]
    due_tomorrow: int


@dataclass(frozen=True, slots=True)
class NothingView:
    """There is no question to ask; `reason` says why, and `hint` what to type instead."""

    envelope: ClassVar[str] = "nothing"
    reason: Text
    hint: Text


@dataclass(frozen=True, slots=True)
class ComplaintView:
    """A line of the JSON dialog that could not be understood; the dialog goes on."""

    envelope: ClassVar[str] = "error"
    code: str
    message: Text
    hint: Text


Step = Literal["question", "verdict", "reveal", "graded", "hint", "skipped", "undone", "summary", "nothing", "error"]
