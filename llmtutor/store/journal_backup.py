"""A whole copy of the journal in one file: made beside its place, put there at once, never over anything else."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from ..errors import JournalBroken, Usage
from ..model import Text
from .journal_file import APPLICATION_ID


def back_up(db: sqlite3.Connection, journal: Path, path: Path) -> int:
    """See `Journal.backup`."""
    if path.exists() and (path.resolve() == journal.resolve() or not is_journal(path)):
        raise Usage(
            "backup-would-overwrite",
            Text(f"{path} is there and is not a backup of a journal", f"{path} 已存在，且不是学习记录的备份"),
            Text("Name another file", "请换一个文件名"),
        )
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db.execute("vacuum into ?", (str(part),))
        count = _finish_copy(part)
        part.replace(path)
    except (sqlite3.Error, OSError) as error:
        raise _backup_failed(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return count


def is_journal(path: Path) -> bool:
    """Whether the file begins as a journal of llmtutor does; nothing is opened for it."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _finish_copy(part: Path) -> int:
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        copy.execute("update device set id = (select id from fresh_device)")
        (count,) = copy.execute("select count(*) from event").fetchone()
    finally:
        copy.close()
    with part.open("rb") as file:
        os.fsync(file.fileno())
    return int(count)


def _backup_failed(path: Path, error: Exception) -> JournalBroken:
    return JournalBroken(
        "backup-failed",
        Text(f"The backup {path} could not be made: {error}", f"无法在 {path} 生成备份：位置不可写或空间不足"),
        Text(
            "The journal is as it was. Name a file in a folder with room where you may write",
            "学习记录没有变化。请指定一个可写且有空间的位置",
        ),
    )
