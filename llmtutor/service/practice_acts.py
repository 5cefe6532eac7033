"""What a learner can do in a quiz, and what can come back. Values only; `practice` says what leads to what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias, Union

from ..model import Grade, Text
from ..views.interview import InterviewView, ReviewView
from ..views.placement import PausedView, PlacementView
from ..views.practice import (
    ComplaintView,
    GradedView,
    HintView,
    NothingView,
    QuestionView,
    RevealView,
    SkippedView,
    SummaryView,
    UndoneView,
    VerdictView,
)
from .practice_state import Phase

StepView: TypeAlias = Union[
    QuestionView,
    VerdictView,
    RevealView,
    GradedView,
    HintView,
    SkippedView,
    UndoneView,
    SummaryView,
    ComplaintView,
    PlacementView,
    PausedView,
    ReviewView,
    InterviewView,
]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in its JSON form; `confidence` is how sure of it the learner is, 0 to 1, told before the verdict."""

    response: object
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer as a line that a person typed."""

    text: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class SetGrade:
    """The grade of the last answer; `points` are the key points ticked off, counted from 0."""

    grade: Grade
    points: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Hint:
    pass


@dataclass(frozen=True, slots=True)
class Skip:
    pass


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last answer of the session back and ask that question again."""


@dataclass(frozen=True, slots=True)
class Next:
    pass


@dataclass(frozen=True, slots=True)
class Quit:
    pass


Act: TypeAlias = Union[Answer, Typed, SetGrade, Hint, Skip, Undo, Next, Quit]


class Asking(Protocol):
    """Who asks: a quiz, or whatever else is driven like one."""

    @property
    def phase(self) -> Phase: ...

    def begin(self) -> tuple[StepView, ...]: ...

    def send(self, act: Act) -> tuple[StepView, ...]: ...

    def complaint(self, act: Act) -> ComplaintView | None: ...


@dataclass(frozen=True, slots=True)
class Opening:
    """A quiz to sit at, or why there is none; `notice` is a word about an unfinished one, resumed or given up."""

    quiz: Asking | None
    nothing: NothingView | None = None
    notice: Text | None = None
