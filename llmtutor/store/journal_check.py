"""Whether a journal is sound: its pages by SQLite's own check, its events one by one. It looks, and mends nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ..errors import JournalBroken
from ..model import Text
from .journal_event import NotAnEvent, decode
from .journal_file import explained


def find_problems(db: sqlite3.Connection, path: Path) -> list[str]:
    """Every problem as a line; a file that cannot even be read is one."""
    problems: list[str] = []
    try:
        with explained(path):
            problems += [str(row[0]) for row in db.execute("pragma integrity_check") if row[0] != "ok"]
            for sequence, body in db.execute("select sequence, body from event order by sequence"):
                try:
                    decode(body)
                except NotAnEvent as problem:
                    problems.append(f"event {sequence}: {problem}")
    except JournalBroken as broken:
        problems.append(broken.message.en)
    return problems


def unreadable(path: Path, sequence: int, problem: NotAnEvent) -> JournalBroken:
    reason = problem.reason
    return JournalBroken(
        "journal-damaged",
        Text(
            f"Event {sequence} of the journal {path} cannot be read: {reason.en}",
            f"学习记录 {path} 的第 {sequence} 个事件无法读取：{reason.zh}",
        ),
        Text("`llmtutor doctor` lists every problem of the journal", "用 `llmtutor doctor` 列出学习记录的全部问题"),
    )
