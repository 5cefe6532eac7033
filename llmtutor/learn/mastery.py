"""How well a concept is known: from what its questions, seen or not, would bring a week from now.

A number to order and to advise by, never a lock. A question that was not answered counts as not known, an easy guess
counts for less than a typed answer, a hard question for more than an easy one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from ..model import Kind, Memory
from .memory import DECAY, retrievability

KNOWN_TOMORROW = 0.8
"""A question is known if it would be answered rightly a day after its last answer, or now, with this probability.

A miss does not reach it before it is mended on another day; a right first answer keeps it for about a week.
"""

MASTERED = 0.85
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_GUESSABLE = {Kind.TRUE_FALSE.value: 0.5, Kind.SINGLE_CHOICE.value: 0.75}
_LEVEL_STEP = 0.25


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the choice of a question and the standing of its concept need to know of it; `kind` as in YAML."""

    question: str
    concept: str
    topic: str
    level: int
    kind: str | None = None


def concept_of(question: str) -> str:
    """The concept that a question's id names, also where its bank is not at hand."""
    return question.partition("/")[0]


class Stage(StrEnum):
    """How far a concept has come."""

    NEW = "new"  # nothing answered
    BEGUN = "begun"
    KNOWN = "known"  # half of its questions are known
    MASTERED = "mastered"  # all of them seen, and they will hold for a week


@dataclass(frozen=True, slots=True)
class Mastery:
    """Where a concept stands: of its `questions` so many were `seen` and are `known`; `score` is 0 to 1.

    `placed`: a placement test took it as known, and no answer since has said otherwise.
    """

    concept: str
    questions: int
    seen: int
    known: int
    score: float
    placed: bool = False

    @property
    def stage(self) -> Stage:
        if self.score >= MASTERED and self.seen == self.questions:
            return Stage.MASTERED
        if self.placed:
            return Stage.KNOWN
        if not self.seen:
            return Stage.NEW
        return Stage.KNOWN if 2 * self.known >= self.questions else Stage.BEGUN

    @property
    def is_known(self) -> bool:
        """Whether what builds on it may come."""
        return self.stage in (Stage.KNOWN, Stage.MASTERED)


def is_known(memory: Memory, at: datetime, *, decay: float = DECAY) -> bool:
    """Whether one question is known, by `KNOWN_TOMORROW`."""
    return retrievability(memory, max(at, memory.last_review + _DAY), decay=decay) >= KNOWN_TOMORROW


def was_missed(memory: Memory, *, decay: float = DECAY) -> bool:
    """Whether the last answer left a question not known, by `KNOWN_TOMORROW`."""
    return not is_known(memory, memory.last_review, decay=decay)


def assess(
    candidates: Iterable[Candidate],
    memories: Mapping[str, Memory],
    at: datetime,
    *,
    decay: float = DECAY,
    placed: Collection[str] = (),
) -> dict[str, Mastery]:
    """The standing of every concept that has a candidate, in the order in which these come.

    Exercises are left out: a quiz does not ask them, and what is known does not wait for a program to be written.
    `placed` are the concepts that a placement test took as known (see `learn.placed`). `score` is the weighted mean of
    the retrievability in a week, where each question weighs by its level and kind.
    """
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.kind != Kind.CODE:
            groups.setdefault(candidate.concept, []).append(candidate)
    return {
        concept: _assess(concept, group, memories, at, decay, concept in placed) for concept, group in groups.items()
    }


def _assess(
    concept: str, group: list[Candidate], memories: Mapping[str, Memory], at: datetime, decay: float, placed: bool
) -> Mastery:
    seen = [candidate for candidate in group if candidate.question in memories]
    remembered = sum(
        weigh(candidate) * retrievability(memories[candidate.question], at + _WEEK, decay=decay) for candidate in seen
    )
    return Mastery(
        concept,
        questions=len(group),
        seen=len(seen),
        known=sum(is_known(memories[candidate.question], at, decay=decay) for candidate in seen),
        score=remembered / sum(map(weigh, group)),
        placed=placed,
    )


def weigh(candidate: Candidate) -> float:
    """How much a question says about its concept: 1 at level 1, a quarter more per level; less where one can guess."""
    return (1 + _LEVEL_STEP * (candidate.level - 1)) * _GUESSABLE.get(candidate.kind or "", 1.0)
