"""The journal: what the learner did, in SQLite, one committed transaction an answer, never changed afterwards.

It stores and finds events and judges none of them: what they amount to is `learn.memory`'s to say. Beside the events
it keeps two things that may be lost: the unfinished quiz, and the folded memory with the last event that it has seen.

Sequence numbers count the events of this file in the order of arrival, from 1. They differ between machines; ids are
the same on all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, overload

from ..model import Event, Memory
from .journal_backup import back_up
from .journal_check import find_problems
from .journal_claim import Claim
from .journal_file import connect, explained, transaction
from .journal_import import INSERT, TakenIn, row, take_in
from .journal_memory import Folded, read_folded, write_folded
from .journal_read import JournalReader

WAIT = 10.0  # seconds for which another process may keep the journal busy


Sitting = Literal["quiz", "placement", "interview"]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A quiz or another sitting under way, one of each kind: `body` is JSON that only its service reads."""

    session: str
    body: str
    kind: Sitting = "quiz"


class Journal(JournalReader):
    """An open journal. Every method may raise JournalBroken, and leaves the file as it was when it does."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        super().__init__(path, db)
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

    def append(self, *events: Event, unfinished: Unfinished | None = None) -> None:
        """Add the events, and set the unfinished quiz where one is given: one transaction, on the disk on return."""
        with self._writing():
            self._db.executemany(INSERT, map(row, events))
            if unfinished is not None:
                self._set_unfinished(unfinished)

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

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with explained(self.path), transaction(self._db):
            yield
