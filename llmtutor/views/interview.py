"""interview: what is said around its questions, and the report at its end.

The questions and revealed answers themselves are those of a quiz (`views.practice`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..model import Text


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The questions are over, because all were asked or the time is up; `answers` wait to be ticked off."""

    envelope: ClassVar[str] = "review"
    answers: int
    time_is_up: bool


@dataclass(frozen=True, slots=True)
class PointView:
    text: Text
    named: bool


@dataclass(frozen=True, slots=True)
class InterviewedView:
    """One question and how it went. `given` is None where it was skipped, `grade` None where it was not graded."""

    question: str
    concept: str
    name: Text
    topic: str
    level: int
    prompt: Text
    given: str | None
    grade: int | None
    points: tuple[PointView, ...]
    model_answer: Text
    follow_up_question: Text | None
    follow_up_given: str | None
    follow_up_answer: Text | None
    milliseconds: int


@dataclass(frozen=True, slots=True)
class InterviewTopicView:
    """`named` of the `points` that good answers hold."""

    topic: str
    name: Text
    questions: int
    named: int
    points: int


@dataclass(frozen=True, slots=True)
class InterviewView:
    """The report: `named` of `points` key points; `review` are the concepts to read again, those with most gaps first.

    `minutes` were to be had, `milliseconds` were used.
    """

    envelope: ClassVar[str] = "interview"
    session: str
    at: datetime
    minutes: int
    milliseconds: int
    answered: int
    named: int
    points: int
    topics: tuple[InterviewTopicView, ...]
    questions: tuple[InterviewedView, ...]
    review: tuple[str, ...]
