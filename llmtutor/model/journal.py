"""What a learner did, as events that never change, and what their fold says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias, Union

from .answer import Grade, Response
from .text import Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """`grade` is None for an open answer until a `Graded` names one."""

    id: str
    device: str
    at: datetime
    session: str
    bank: str
    question: str
    digest: str
    variant: int
    response: Response
    right: bool | None
    score: float | None
    grade: Grade | None
    hints: int = 0
    attempt: int = 1
    milliseconds: int = 0
    confidence: float | None = None
    misconceptions: tuple[Slug, ...] = ()
    type: Literal["answered"] = field(default="answered", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """Sets or changes the grade of the answer `event`; `points` are the key points that were ticked off."""

    id: str
    device: str
    at: datetime
    session: str
    event: str
    grade: Grade
    points: tuple[int, ...] = ()
    type: Literal["graded"] = field(default="graded", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    id: str
    device: str
    at: datetime
    session: str
    bank: str
    question: str
    type: Literal["skipped"] = field(default="skipped", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """Takes the event `event` back; the event itself stays."""

    id: str
    device: str
    at: datetime
    session: str
    event: str
    type: Literal["retracted"] = field(default="retracted", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What a placement test came to: the concepts it takes as known, and those it does not."""

    id: str
    device: str
    at: datetime
    session: str
    known: tuple[Slug, ...]
    unknown: tuple[Slug, ...] = ()
    type: Literal["placed"] = field(default="placed", init=False)


Event: TypeAlias = Union[Answered, Graded, Skipped, Retracted, Placed]


@dataclass(frozen=True, slots=True)
class Memory:
    """What the fold of the events says of one question. `stability` in days, `difficulty` 1 to 10, times in UTC."""

    question: str
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    reviews: int
    lapses: int
