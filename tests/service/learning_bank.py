"""A small bank whose concepts build on each other, and somebody who answers on days of their own choosing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from llmtutor.model import Answered, Event, Grade, Graded, Retracted
from llmtutor.workspace import Workspace

TINY = Path(__file__).parents[1] / "banks" / "tiny"
START = datetime(2026, 11, 2, 12, tzinfo=UTC)  # a Monday
QUESTIONS = (
    "addition/which-sum",
    "addition/sum-of-two",
    "addition/what-it-prints",
    "multiplication/commutes",
    "multiplication/fill-in",
    "multiplication/explain-it",
)


class Person:
    """A home with the tiny bank, and a clock in days since `START`."""

    def __init__(self, home: Path) -> None:
        self.day = 0.0
        self.workspace = Workspace({"LLMTUTOR_HOME": str(home), "LLMTUTOR_BANK": str(TINY)}, clock=lambda: self.now)
        self.device = home.name
        self._ids = self._count(home.name)

    @property
    def now(self) -> datetime:
        return START + timedelta(days=self.day)

    @staticmethod
    def _count(device: str) -> Iterator[str]:
        number = 0
        while True:
            number += 1
            yield f"{device}-{number:04}"

    def answer(self, question: str, grade: Grade | None = Grade.GOOD, **details: Any) -> Answered:
        """An event of now, on the disk."""
        event = self.make_answer(question, grade, **details)
        self.keep(event)
        return event

    def make_answer(self, question: str, grade: Grade | None = Grade.GOOD, **details: Any) -> Answered:
        known = {
            "at": self.now,
            "session": f"day {int(self.day)}",
            "response": "A",
            "right": None if grade is None else grade > Grade.AGAIN,
            "digest": self._digests.get(question, "withdrawn"),
            "variant": 1,
            "milliseconds": 10_000,
            "score": None,
        }
        return Answered(
            id=next(self._ids), device=self.device, bank="tiny", question=question, grade=grade, **(known | details)
        )

    def keep(self, *events: Event) -> None:
        with self.workspace.journal(create=True) as journal:
            journal.append(*events)

    @cached_property
    def _digests(self) -> dict[str, str]:
        with self.workspace.index() as index:
            return {row.id: row.digest for row in index.questions()}

    def add(self, make: Callable[..., Event], **details: Any) -> None:
        self.keep(make(id=next(self._ids), device=self.device, at=self.now, session="later", **details))

    def grade(self, answer: Answered, grade: Grade) -> None:
        self.add(Graded, event=answer.id, grade=grade)

    def take_back(self, answer: Answered) -> None:
        self.add(Retracted, event=answer.id)

    def lines(self) -> list[str]:
        journal = self.workspace.journal(create=False)
        if journal is None:
            return []
        with journal:
            return list(journal.export())

    def import_from(self, other: Person) -> None:
        with self.workspace.journal(create=True) as journal:
            assert not journal.take_in(other.lines()).refused
