"""What can be asked of a journal: its events by order, question, session or time, and which of them still stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from ..model import Answered, Event, Placed
from .journal_check import unreadable
from .journal_event import NotAnEvent, read_back, write_time
from .journal_file import explained


class JournalReader:
    """The questions to an open journal; `Journal` adds what writes."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db

    @property
    def device(self) -> str:
        """The name of this copy of the journal, made with it."""
        return str(self._one("select id from device"))

    @property
    def sequence(self) -> int:
        """The number of the newest event; 0 where there is none."""
        return int(self._one("select coalesce(max(sequence), 0) from event"))

    def events(self, after: int = 0) -> Iterator[tuple[int, Event]]:
        """Every event with a higher sequence number than `after`, in the order of arrival."""
        yield from self._select("select sequence, body from event where sequence > ? order by sequence", (after,))

    def about(self, questions: Iterable[str]) -> list[Event]:
        """All events of these questions, and every grade and retraction of those, in the order of arrival."""
        return self._about("question", questions)

    def with_replies(self, events: Iterable[str]) -> list[Event]:
        """These events, by id, and every grade and retraction of them and of those, in the order of arrival."""
        return self._about("id", events)

    def _about(self, column: Literal["question", "id"], values: Iterable[str]) -> list[Event]:
        found: list[tuple[int, Event]] = []
        for some in _slices(sorted(set(values)), 500):
            found += self._select(
                f"""with recursive about (id) as (
                        select id from event where {column} in ({", ".join("?" * len(some))})
                        union select event.id from event join about on event.target = about.id)
                    select sequence, body from event where id in about""",
                some,
            )
        return [event for _, event in sorted(found, key=lambda pair: pair[0])]

    def questions(self) -> list[str]:
        """The questions that have events."""
        with explained(self.path):
            rows = self._db.execute("select distinct question from event where question is not null order by question")
            return [str(question) for (question,) in rows]

    def touched(self, after: int) -> list[str]:
        """The questions that events after `after` speak of, be it by way of what they grade or retract."""
        with explained(self.path):
            rows = self._db.execute(
                """with recursive spoken_of (id, question, target) as (
                       select id, question, target from event where sequence > ?
                       union select event.id, event.question, event.target
                       from event join spoken_of on event.id = spoken_of.target)
                   select distinct question from spoken_of where question is not null order by question""",
                (after,),
            )
            return [str(question) for (question,) in rows]

    def since(self, at: datetime) -> list[Answered]:
        """The answers given at or after `at`, retracted ones left out."""
        sql = (
            f"select sequence, body from event where type = 'answered' and at >= ? and {_STANDS} order by at, sequence"
        )
        return [event for _, event in self._select(sql, (write_time(at),)) if isinstance(event, Answered)]

    def recent(self, limit: int | None) -> list[Answered]:
        """The last answers in time that stand, newest first; all of them where there is no limit."""
        sql = f"select sequence, body from event where type = 'answered' and {_STANDS} order by at desc, sequence desc"
        found = self._select(f"{sql} limit ?", (-1 if limit is None else limit,))
        return [event for _, event in found if isinstance(event, Answered)]

    def count_answers(self) -> int:
        """How many answers stand."""
        return int(self._one(f"select count(*) from event where type = 'answered' and {_STANDS}"))

    def earliest_since(self, sequence: int) -> datetime | None:
        """The earliest time that events after `sequence` speak of, be it by way of what they grade or retract."""
        at = self._one(
            """with recursive spoken_of (id, at, target) as (
                   select id, at, target from event where sequence > ?
                   union select event.id, event.at, event.target
                   from event join spoken_of on event.id = spoken_of.target)
               select min(at) from spoken_of""",
            (sequence,),
        )
        return None if at is None else datetime.fromisoformat(at)

    def questions_after(self, at: datetime) -> list[str]:
        """The questions with an answer dated after `at`."""
        with explained(self.path):
            rows = self._db.execute(
                "select distinct question from event where type = 'answered' and at > ?", (write_time(at),)
            )
            return [str(question) for (question,) in rows]

    def placements(self) -> list[Event]:
        """Every placement, and every retraction of one."""
        return self.with_replies(event.id for _, event in self._select(_OF_TYPE, ("placed",)))

    def in_session(self, session: str) -> list[Event]:
        """All events of one session, in the order of arrival."""
        sql = "select sequence, body from event where session = ? order by sequence"
        return [event for _, event in self._select(sql, (session,))]

    def last(self, session: str) -> Answered | None:
        """The last answer of a session that was not retracted."""
        found = self._standing("+type = 'answered' and session = ? order by sequence desc", (session,))
        return found if isinstance(found, Answered) else None

    def last_act(self) -> Answered | Placed | None:
        """The last answer or placement that was not retracted.

        Where the newest event was imported, the last by time is meant, whichever machine it came from; else the last
        to arrive, so that a clock that jumped back does not hide it.
        """
        # The plus keeps SQLite from sorting all of them, found by their type: walking back to the first is short.
        found = self._standing("+type in ('answered', 'placed') order by sequence desc")
        if found is not None and found.device != self.device:
            found = self._standing("type in ('answered', 'placed') order by at desc")
        return found if isinstance(found, Answered | Placed) else None

    def find(self, event: str) -> Answered | None:
        """The answer with this id, unless it was retracted."""
        found = self._standing("+type = 'answered' and id = ?", (event,))
        return found if isinstance(found, Answered) else None

    def _standing(self, condition: str, values: Sequence[object] = ()) -> Event | None:
        """The first event that was not retracted and meets the condition, which may end in an order."""
        sql = f"select sequence, body from event where {_STANDS} and {condition} limit 1"
        return next((event for _, event in self._select(sql, values)), None)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One and the same state of the journal for several readings, whatever another process appends meanwhile."""
        with explained(self.path):
            self._db.execute("begin")
        try:
            yield
        finally:
            with suppress(sqlite3.Error):
                self._db.execute("rollback")

    def _one(self, sql: str, values: Sequence[object] = ()) -> Any:
        with explained(self.path):
            (value,) = self._db.execute(sql, values).fetchone()
        return value

    def _select(self, sql: str, values: Sequence[object]) -> Iterator[tuple[int, Event]]:
        with explained(self.path):
            for sequence, body in self._db.execute(sql, values):
                try:
                    yield sequence, read_back(body)
                except NotAnEvent as problem:
                    raise unreadable(self.path, sequence, problem) from problem


_OF_TYPE = "select sequence, body from event where type = ? order by sequence"
_STANDS = "not exists (select 1 from event as undo where undo.target = event.id and undo.type = 'retracted')"


def _slices(values: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]
