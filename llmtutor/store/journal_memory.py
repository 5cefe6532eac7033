"""The folded memory as the journal keeps it: a cache, by which rules it was folded and how far.

It can be dropped at any time. A row of another shape, such as a newer program leaves, counts as no cache at all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from ..model import Memory


@dataclass(frozen=True, slots=True)
class Folded:
    """The memory as it was last folded: by which rules, up to which event of this journal, up to which time."""

    rules: str
    sequence: int
    until: datetime
    memories: dict[str, Memory]


NOTHING_FOLDED = Folded("", 0, datetime.min.replace(tzinfo=UTC), {})


def read_folded(db: sqlite3.Connection) -> Folded:
    head = db.execute("select rules, sequence, until from folded").fetchone()
    if head is None:
        return NOTHING_FOLDED
    try:
        rules, sequence, until = head
        memories = [_read(question, body) for question, body in db.execute("select question, body from memory")]
        return Folded(rules, sequence, datetime.fromisoformat(until), {each.question: each for each in memories})
    except (ValueError, TypeError):
        return NOTHING_FOLDED


def write_folded(
    db: sqlite3.Connection,
    rules: str,
    sequence: int,
    until: datetime,
    changed: Mapping[str, Memory | None],
    *,
    whole: bool,
) -> None:
    """Inside a transaction; see `Journal.keep_folded`."""
    kept = db.execute("select rules, sequence from folded").fetchone()
    if not whole and (kept is None or kept[0] != rules or kept[1] > sequence):
        return
    if whole:
        db.execute("delete from memory")
    gone = [(question,) for question, memory in changed.items() if memory is None]
    here = [(question, _write(memory)) for question, memory in changed.items() if memory is not None]
    db.executemany("delete from memory where question = ?", gone)
    db.executemany("insert or replace into memory (question, body) values (?, ?)", here)
    head = (rules, sequence, until.isoformat())
    db.execute("insert or replace into folded (only, rules, sequence, until) values (1, ?, ?, ?)", head)


def _write(memory: Memory) -> str:
    due, last_review = memory.due.isoformat(), memory.last_review.isoformat()
    return json.dumps([memory.stability, memory.difficulty, due, last_review, memory.reviews, memory.lapses])


def _read(question: str, body: str) -> Memory:
    stability, difficulty, due, last_review, reviews, lapses = json.loads(body)
    return Memory(
        question=question,
        stability=stability,
        difficulty=difficulty,
        due=datetime.fromisoformat(due),
        last_review=datetime.fromisoformat(last_review),
        reviews=reviews,
        lapses=lapses,
    )
