"""The journal: what the learner did, in SQLite, one committed transaction an answer, never changed afterwards.

It stores and finds events and judges none of them: what they amount to is `learn.memory`'s to say. Beside the events
it keeps two things that may be lost: the unfinished quiz, and the folded memory with the last event that it has seen.

Sequence numbers count the events of this file in the order of arrival, from 1. They differ between machines; ids are
the same on all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, overload

from ..model import Answered, Event, Memory, Placed
from .journal_backup import back_up
from .journal_check import find_problems, unreadable
from .journal_claim import Claim
from .journal_event import NotAnEvent, read_back, write_time
from .journal_file import connect, explained, transaction
from .journal_import import INSERT, TakenIn, row, take_in
from .journal_memory import Folded, read_folded, write_folded

WAIT = 10.0  # seconds for which another process may keep the journal busy


Sitting = Literal["quiz", "placement", "interview"]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A quiz or another sitting under way, one of each kind: `body` is JSON that only its service reads."""

    session: str
    body: str
    kind: Sitting = "quiz"


class Journal:
    """An open journal. Every method may raise JournalBroken, and leaves the file as it was when it does."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db
        self._claims: dict[str, Claim] = {}

    @overload
    @classmethod
    def open(cls, path: Path, *, create: Literal[True], wait: float = WAIT) -> Journal: ...
    @overload
    @classmethod
    def open(cls, path: Path, *, create: bool, wait: float = WAIT) -> Journal | None: ...
    @classmethod
    def open(cls, path: Path, *, create: bool, wait: float = WAIT) -> Journal | None:
        """The journal at `path`, made where there is none and `create` says so; else None where there is none."""
        db = connect(path, create=create, wait=wait)
        return None if db is None else cls(path, db)

    def close(self) -> None:
        self._db.close()
        while self._claims:
            self._claims.popitem()[1].release()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- Events -----------------------------------------------------------------------------------------------------

    @property
    def device(self) -> str:
        """The name of this copy of the journal, made with it."""
        return str(self._one("select id from device"))

    @property
    def sequence(self) -> int:
        """The number of the newest event; 0 where there is none."""
        return int(self._one("select coalesce(max(sequence), 0) from event"))

    def append(self, *events: Event, unfinished: Unfinished | None = None) -> None:
        """Add the events, and set the unfinished quiz where one is given: one transaction, on the disk on return."""
        with self._writing():
            self._db.executemany(INSERT, map(row, events))
            if unfinished is not None:
                self._set_unfinished(unfinished)

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

    def last(self, session: str | None = None) -> Answered | None:
        """The last answer that was not retracted, of one session or of all (as `last_act` means it)."""
        found = self._newest() if session is None else self._standing("session = ? order by sequence desc", (session,))
        return found if isinstance(found, Answered) else None

    def last_act(self) -> Answered | Placed | None:
        """The last answer or placement that was not retracted.

        Where the newest event was imported, the last by time is meant, whichever machine it came from; else the last
        to arrive, so that a clock that jumped back does not hide it.
        """
        found = self._newest("answered", "placed")
        return found if isinstance(found, Answered | Placed) else None

    def find(self, event: str) -> Answered | None:
        """The answer with this id, unless it was retracted."""
        found = self._standing("id = ?", (event,))
        return found if isinstance(found, Answered) else None

    def _newest(self, *types: str) -> Event | None:
        newest = self._standing("true order by sequence desc", (), *types)
        if newest is None or newest.device == self.device:
            return newest
        return self._standing("true order by at desc", (), *types)

    def _standing(self, condition: str, values: Sequence[object], *types: str) -> Event | None:
        """The first event, an answer unless `types` says otherwise, that meets the condition and was not retracted."""
        types = types or ("answered",)
        # The plus keeps SQLite from sorting all answers, found by their type: walking back to the first is short.
        kind = "type" if "order by at" in condition else "+type"
        wanted = f"{kind} in ({', '.join('?' * len(types))})"
        sql = f"select sequence, body from event where {wanted} and {_STANDS} and {condition} limit 1"
        return next((event for _, event in self._select(sql, (*types, *values))), None)

    # --- Carrying it around -----------------------------------------------------------------------------------------

    def export(self) -> Iterator[str]:
        """Every event as a line of JSON, without its end, in the order of arrival."""
        with explained(self.path):
            for (body,) in self._db.execute("select body from event order by sequence"):
                yield body

    def take_in(self, lines: Iterable[str | bytes]) -> TakenIn:
        """Add the events among `lines` that are not here yet, all of them in one transaction; safe to repeat."""
        with explained(self.path):
            return take_in(self._db, lines)

    def backup(self, path: Path) -> int:
        """A whole copy at `path`, there at once or not at all; the number of its events.

        The copy gets a device name of its own, so that who goes on from it on another machine is another device.
        An older backup at `path` is replaced; anything else there is refused with Usage.
        """
        return back_up(self._db, self.path, path)

    def check(self) -> list[str]:
        """What is wrong with the file, as SQLite and the shape of events tell it; nothing where it is sound."""
        return find_problems(self._db, self.path)

    # --- What may be lost -------------------------------------------------------------------------------------------

    def claim(self, what: Sitting | Literal["sync"]) -> bool:
        """Whether the unfinished `what` is ours to go on with and to write: no living process has it.

        Held until the journal is closed or the process dies, however it dies.
        """
        if what not in self._claims and (claim := Claim.take(self.path.with_name(f"{self.path.name}-{what}"))):
            self._claims[what] = claim
        return what in self._claims

    def unfinished(self, kind: Sitting = "quiz") -> Unfinished | None:
        with explained(self.path):
            row = self._db.execute("select session, body, kind from unfinished where kind = ?", (kind,)).fetchone()
        return None if row is None else Unfinished(*row)

    def set_unfinished(self, sitting: Unfinished | None, kind: Sitting = "quiz") -> None:
        """Keep what is under way; None where nothing of this `kind` is."""
        with self._writing():
            if sitting is None:
                self._db.execute("delete from unfinished where kind = ?", (kind,))
            else:
                self._set_unfinished(sitting)

    def _set_unfinished(self, sitting: Unfinished) -> None:
        values = (sitting.kind, sitting.session, sitting.body)
        self._db.execute("insert or replace into unfinished (kind, session, body) values (?, ?, ?)", values)

    def folded(self) -> Folded:
        """The memory as it was kept last; sequence 0 where it was not."""
        with explained(self.path):
            return read_folded(self._db)

    def keep_folded(
        self,
        rules: str,
        sequence: int,
        until: datetime,
        changed: Mapping[str, Memory | None],
        *,
        whole: bool,
    ) -> None:
        """Keep the memory folded up to `sequence` and `until`: all of it, or only the questions that `changed` since.

        A question with None has no memory. What another process kept meanwhile, and is newer, is let be.
        """
        with self._writing():
            write_folded(self._db, rules, sequence, until, changed, whole=whole)

    # --- SQLite -----------------------------------------------------------------------------------------------------

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

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with explained(self.path), transaction(self._db):
            yield

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
