"""Events into rows, and the union of another journal's events with ours.

The lines of an import are staged before anything is locked, so that a slow pipe holds up nobody; then they are added in
one transaction, all or none. The order of arrival does not matter: a grade may come before the answer it speaks of.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from ..model import Answered, Event, Graded, Retracted, Skipped, Text
from .journal_event import NotAnEvent, decode, encode, write_time
from .journal_file import transaction

INSERT = "insert into event (id, type, at, session, question, target, body) values (?, ?, ?, ?, ?, ?, ?)"
_CLASH = Text("another event has this id", "已有另一个事件使用了这个 id")
_NOT_UTF8 = Text("this is not UTF-8", "不是 UTF-8 文本")


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was not taken in; lines count from 1."""

    line: int
    reason: Text


@dataclass(frozen=True, slots=True)
class TakenIn:
    """`read` counts the events among the lines, `added` those that were new here."""

    read: int
    added: int
    refused: tuple[Refused, ...]


def row(event: Event) -> tuple[str | None, ...]:
    """The values of `INSERT`."""
    question = event.question if isinstance(event, Answered | Skipped) else None
    target = event.event if isinstance(event, Graded | Retracted) else None
    return event.id, event.type, write_time(event.at), event.session, question, target, encode(event)


def take_in(db: sqlite3.Connection, lines: Iterable[str | bytes]) -> TakenIn:
    """Add the events among `lines` that are not there yet. Two events of one id are a clash: the first one stays."""
    refused: list[Refused] = []
    db.execute(
        """create temp table incoming (id text primary key, type text, at text, session text, question text,
           target text, body text, line integer)"""
    )
    try:
        read = _stage(db, lines, refused)
        with transaction(db):
            clashes = "select line from incoming join event using (id) where event.body <> incoming.body"
            refused += [Refused(line, _CLASH) for (line,) in db.execute(clashes)]
            added = db.execute(
                """insert into event (id, type, at, session, question, target, body)
                   select id, type, at, session, question, target, body from incoming
                   where not exists (select 1 from event where event.id = incoming.id) order by line"""
            ).rowcount
    finally:
        with suppress(sqlite3.Error):
            db.execute("drop table temp.incoming")
    return TakenIn(read, added, tuple(sorted(refused, key=lambda each: each.line)))


def _stage(db: sqlite3.Connection, lines: Iterable[str | bytes], refused: list[Refused]) -> int:
    read = 0
    for number, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8-sig") if isinstance(line, bytes) else line
            if not text.strip():
                continue
            values = row(decode(text))
        except UnicodeDecodeError:
            refused.append(Refused(number, _NOT_UTF8))
            continue
        except NotAnEvent as problem:
            refused.append(Refused(number, problem.reason))
            continue
        read += 1
        staged = "insert or ignore into temp.incoming values (?, ?, ?, ?, ?, ?, ?, ?)"
        if not db.execute(staged, (*values, number)).rowcount:
            (same,) = db.execute("select body from temp.incoming where id = ?", values[:1]).fetchone()
            if same != values[-1]:
                refused.append(Refused(number, _CLASH))
    return read
