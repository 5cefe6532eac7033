"""What the quiz may look up, and what time it is: all that the machine sees of the world."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Protocol

from ..model import Answered, Event, Question, Text
from ..store.index import Index
from ..store.journal import Journal
from ..workspace.settings import Settings
from .practice_memory import credit_by, due_dates, recall


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a question belongs: its concept's name, its topic, its bank."""

    name: Text
    topic: str
    bank: str


class Desk(Protocol):
    """The bank, and the events of the journal as they are now."""

    @property
    def device(self) -> str: ...

    @property
    def desired_retention(self) -> float: ...

    @property
    def weights(self) -> Sequence[float] | None: ...

    def question(self, key: str) -> Question: ...

    def setting(self, concept: str) -> Setting: ...

    def history(self, question: str) -> Sequence[Event]: ...

    def in_session(self, session: str) -> Sequence[Event]: ...

    def last(self, session: str) -> Answered | None: ...

    def due_before(self, at: datetime, now: datetime) -> int: ...


@dataclass(frozen=True, slots=True)
class Moment:
    """Now: in UTC, and in seconds of a monotonic clock."""

    at: datetime
    ticks: float
    new_id: Callable[[], str]


class StoredDesk:
    """The desk over an open index and journal."""

    def __init__(self, index: Index, journal: Journal, settings: Settings) -> None:
        self.desired_retention = settings.desired_retention
        self.weights = settings.weights
        self._rules = settings
        self._credit = credit_by(index, settings)
        self._index = index
        self._journal = journal
        self._questions: dict[str, Question] = {}

    @cached_property
    def device(self) -> str:
        return self._journal.device

    def question(self, key: str) -> Question:
        if key not in self._questions:
            self._questions[key] = self._index.question(key)
        return self._questions[key]

    def setting(self, concept: str) -> Setting:
        return self._settings[concept]

    @cached_property
    def _settings(self) -> dict[str, Setting]:
        return {row.slug: Setting(row.name, row.topic, row.bank) for row in self._index.concepts()}

    def history(self, question: str) -> Sequence[Event]:
        return self._journal.about([question])

    def in_session(self, session: str) -> Sequence[Event]:
        return self._journal.in_session(session)

    def last(self, session: str) -> Answered | None:
        return self._journal.last(session)

    def due_before(self, at: datetime, now: datetime) -> int:
        memories = recall(self._journal, self._rules, now, keep=True)
        return sum(due <= at for due in due_dates(self._index.questions(), memories, self._credit))
