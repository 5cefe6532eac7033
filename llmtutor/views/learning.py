"""config; path, map; stats, history: what the learner set, knows and did.

A day is the learner's own, from midnight to midnight where the computer is, written as `2026-11-24`. Shares and
probabilities are 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal, TypeAlias, Union

from ..model import Text

Value: TypeAlias = Union[str, bool, int, float, tuple[str, ...], None]


# --- config ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SettingView:
    """One setting: what holds, where that comes from (`where` names the file or the variable), and what is allowed."""

    envelope: ClassVar[str] = "setting"
    key: str
    value: Value
    source: Literal["default", "file", "environment"]
    where: str | None
    default: Value
    about: Text
    allowed: Text


@dataclass(frozen=True, slots=True)
class SettingsView:
    """All settings, and the file they are kept in, whether it is there or not."""

    envelope: ClassVar[str] = "settings"
    path: str
    settings: tuple[SettingView, ...]


@dataclass(frozen=True, slots=True)
class SettingChangedView:
    """A setting was written to the file `path`; `before` is what it said until then.

    `overruled_by` names the variable that has the say as long as it is set.
    """

    envelope: ClassVar[str] = "setting-changed"
    path: str
    before: Value
    setting: SettingView
    overruled_by: str | None = None


# --- path, map ------------------------------------------------------------------------------------------------------

Stage: TypeAlias = Literal["new", "begun", "known", "mastered", "untested"]


@dataclass(frozen=True, slots=True)
class KnownConcept:
    """How well a concept is known: of its `questions` so many were `seen` and are `known`; `score` is its mastery.

    `untested` has no question that could tell. `ready`: all that it builds on is known, so it can be learned now.
    """

    slug: str
    name: Text
    topic: str
    level: int
    requires: tuple[str, ...]
    questions: int
    seen: int
    known: int
    score: float
    stage: Stage
    ready: bool


@dataclass(frozen=True, slots=True)
class PathView:
    """`steps` in the order of learning, `concept` last; `next` are those to learn now."""

    envelope: ClassVar[str] = "path"
    concept: str
    name: Text
    steps: tuple[KnownConcept, ...]
    known: int
    next: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MappedTopic:
    slug: str
    name: Text
    concepts: tuple[KnownConcept, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """Every concept of the banks in use, by topic in teaching order; `known` of `concepts` are known."""

    envelope: ClassVar[str] = "map"
    topics: tuple[MappedTopic, ...]
    concepts: int
    known: int


# --- stats ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AnswersView:
    """All answers that stand: `right` of them, to so many different `questions`, on so many `days`."""

    total: int
    right: int
    questions: int
    days: int
    milliseconds: int
    first: datetime | None


@dataclass(frozen=True, slots=True)
class RetentionView:
    """Reviews a day or more after the one before: the mean of the recall that was predicted, and what came of it.

    `low` and `high` bound the predictions that were counted.
    """

    low: float
    high: float
    reviews: int
    predicted: float | None
    observed: float | None


@dataclass(frozen=True, slots=True)
class ForecastDay:
    """So many questions fall due on `day`; on the first day, with all that are overdue."""

    day: str
    due: int


@dataclass(frozen=True, slots=True)
class DayView:
    """A day with answers."""

    day: str
    answers: int
    right: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class StreakView:
    """`days` in a row on which what was due was done. A day with nothing due and no answer is not counted and ends
    nothing, nor does a pause, nor today before it is over. `left`: of today's, still to do."""

    days: int
    today: Literal["done", "open", "free", "paused"]
    left: int


@dataclass(frozen=True, slots=True)
class WeakConcept:
    """`likely`: the mean probability that what was asked of it is known now; `wrong` of `answers` were."""

    slug: str
    name: Text
    likely: float
    answers: int
    wrong: int


@dataclass(frozen=True, slots=True)
class MisconceptionView:
    """A wrong choice, or another known wrong way, that was taken `count` times.

    `slug` names the misconception where the bank does; `text` is the choice and `why` what is wrong with it, as far as
    the question is still there as it was.
    """

    slug: str | None
    question: str
    concept: str
    name: Text
    text: Text | None
    why: Text | None
    count: int
    last: datetime


@dataclass(frozen=True, slots=True)
class BrierView:
    """Answers with a confidence: its mean beside the share that was right; `brier` is the mean squared error of it.

    `topic` None is all topics together.
    """

    topic: str | None
    name: Text
    answers: int
    confidence: float | None
    right: float | None
    brier: float | None


@dataclass(frozen=True, slots=True)
class ConfidenceView:
    """Of the answers given with this `confidence`, the share `right`."""

    confidence: float
    answers: int
    right: float


@dataclass(frozen=True, slots=True)
class StatsView:
    """`retention` is of all time, `recent` of the last 30 days, `curve` by what was predicted; `today` is the day.

    `forecast` are the next 30 days, `days` the last year's with answers. `pace` is the mean of milliseconds on such a
    day among the last 30. `calibration` begins with all topics together; it is empty where no confidence was told.
    """

    envelope: ClassVar[str] = "stats"
    today: str
    answers: AnswersView
    streak: StreakView
    retention: RetentionView
    recent: RetentionView
    desired_retention: float
    curve: tuple[RetentionView, ...]
    forecast: tuple[ForecastDay, ...]
    days: tuple[DayView, ...]
    pace: int
    weakest: tuple[WeakConcept, ...]
    misconceptions: tuple[MisconceptionView, ...]
    calibration: tuple[BrierView, ...]
    confidences: tuple[ConfidenceView, ...]


# --- history --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AnsweredView:
    """One answer that stands, as it was given; `grade` is the last one that was set. `response` as one would type it.

    `follows_up` says that it answers the follow-up of an interview question, which has no grade.
    `name`, `topic`, `level` and `kind` are those of the bank now; None where it no longer has the question.
    """

    at: datetime
    event: str
    session: str
    question: str
    concept: str
    name: Text | None
    topic: str | None
    level: int | None
    kind: str | None
    response: str
    right: bool | None
    score: float | None
    grade: int | None
    hints: int
    attempt: int
    milliseconds: int
    confidence: float | None
    follows_up: bool


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The last answers, newest first, of `total`."""

    envelope: ClassVar[str] = "history"
    total: int
    answers: tuple[AnsweredView, ...]
