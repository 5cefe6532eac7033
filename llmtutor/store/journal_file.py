"""The journal's file: opening it, bringing it to today's format, and saying in words what SQLite could not do.

Nothing here ever mends, moves or empties a file: whatever goes wrong, what was there is still there.
"""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import JournalBroken
from ..model import Text

FORMAT = 2
APPLICATION_ID = 0x4C4C4D54  # "LLMT", so that the database of another program is not taken for ours
_HEADING = "-- migration "


def connect(path: Path, *, create: bool, wait: float) -> sqlite3.Connection | None:
    """An open journal of today's format; None where there is none and `create` does not ask for one.

    `wait` is how many seconds another process may keep it busy. Raises JournalBroken.
    """
    with explained(path):
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            return None
        try:
            return _prepare(path, _open(path, "rwc" if create else "rw", wait), create, wait)
        except sqlite3.OperationalError as error:
            if create or _primary(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or _has_tail(path):
                raise
        # Where nothing can be written beside it, a journal in WAL mode opens only as a file that nobody changes.
        return _prepare(path, _open(path, "ro&immutable=1", wait), False, wait)


def _open(path: Path, mode: str, wait: float) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=wait, isolation_level=None)


def _has_tail(path: Path) -> bool:
    """Whether committed answers may still wait in the write-ahead log."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _prepare(path: Path, db: sqlite3.Connection, create: bool, wait: float) -> sqlite3.Connection | None:
    try:
        empty = not db.execute("select count(*) from sqlite_master").fetchone()[0]
        if empty and not create:
            db.close()
            return None
        if not empty and db.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
            raise _foreign(path)
        if not empty:
            _refuse_newer(path, db)
        db.execute("pragma synchronous = full")
        if create:
            _use_log(db, wait)
        if create or _format(db) < FORMAT:
            _migrate(db)
        return db
    except BaseException:
        db.close()
        raise


def _use_log(db: sqlite3.Connection, wait: float) -> None:
    """Write-ahead log. Two processes that create the file at once may meet here, the one place where SQLite does not
    wait for the other, so we do."""
    patience = wait
    while db.execute("pragma journal_mode").fetchone()[0] != "wal":
        try:
            db.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if _primary(error) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or patience <= 0:
                raise
            time.sleep(0.02)
            patience -= 0.02


def _migrate(db: sqlite3.Connection) -> None:
    """Apply what is missing, all in one transaction; taking the lock also proves that the journal can be written."""
    with transaction(db):
        present = _format(db)
        if present < FORMAT:
            for number, (name, statements) in enumerate(migrations(), 1):
                if number > present:
                    for statement in statements:
                        db.execute(statement)
                    db.execute("insert into migration (number, name) values (?, ?)", (number, name))
            db.execute(f"pragma application_id = {APPLICATION_ID}")


def _format(db: sqlite3.Connection) -> int:
    if not db.execute("select count(*) from sqlite_master where name = 'migration'").fetchone()[0]:
        return 0
    return int(db.execute("select coalesce(max(number), 0) from migration").fetchone()[0])


def migrations() -> list[tuple[str, list[str]]]:
    """Name and statements of every migration of `journal.sql`, oldest first."""
    found: list[tuple[str, list[str]]] = []
    statement = ""
    for line in Path(__file__).with_name("journal.sql").read_text("utf-8").splitlines(keepends=True):
        if line.startswith(_HEADING):
            found.append((line.partition(": ")[2].strip(), []))
        elif found and (statement or not (line.startswith("--") or line.isspace())):
            statement += line
            if sqlite3.complete_statement(statement):
                found[-1][1].append(statement)
                statement = ""
    return found


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, also when Ctrl-C comes in the middle."""
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            with suppress(sqlite3.Error):
                db.execute("rollback")
        raise


# --- What went wrong, in words --------------------------------------------------------------------------------------


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn every failure of SQLite and of the file system into JournalBroken."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explain_sqlite(path, error) from error
    except OSError as error:
        raise _explain_system(path, error) from error


def _primary(error: sqlite3.Error) -> int:
    """SQLite's primary result code; extended ones carry it in their low byte."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _explain_sqlite(path: Path, error: sqlite3.Error) -> JournalBroken:
    code = _primary(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _locked(path)
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOLFS):
        return _full(path, str(error))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return _unwritable(path, str(error))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT):
        return _damaged(path, str(error))
    return JournalBroken(
        "journal-failed",
        Text(f"The journal {path} cannot be used: {error}", f"学习记录 {path} 无法使用（SQLite 错误码 {code}）"),
        Text("`llmtutor doctor` looks for the cause", "用 `llmtutor doctor` 查找原因"),
    )


def _explain_system(path: Path, error: OSError) -> JournalBroken:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
        return _full(path, error.strerror or str(error))
    return _unwritable(path, error.strerror or str(error))


def _locked(path: Path) -> JournalBroken:
    return JournalBroken(
        "journal-locked",
        Text(f"Another program keeps the journal {path} locked", f"学习记录 {path} 被另一个程序锁定"),
        Text(
            "Close the program that holds it (a database browser, a backup), then try again; nothing is lost",
            "请关闭占用它的程序（如数据库浏览器、备份程序）后重试；已有内容没有丢失",
        ),
    )


def _full(path: Path, said: str) -> JournalBroken:
    return JournalBroken(
        "journal-disk-full",
        Text(f"The journal {path} cannot be written: {said}", f"学习记录 {path} 无法写入：磁盘已满或读写出错"),
        Text(
            "Make room on the disk, or set LLMTUTOR_HOME to a folder with room; what was answered before is kept",
            "请腾出磁盘空间，或把 LLMTUTOR_HOME 设为有空间的目录；此前的作答都已保存",
        ),
    )


def _unwritable(path: Path, said: str) -> JournalBroken:
    return JournalBroken(
        "journal-unwritable",
        Text(
            f"The journal {path} cannot be opened for writing: {said}", f"学习记录 {path} 无法写入：没有权限或无法打开"
        ),
        Text(
            f"Make {path.parent} writable for you, or set LLMTUTOR_HOME to a folder that is; nothing is lost",
            f"请使 {path.parent} 可写，或把 LLMTUTOR_HOME 设为可写的目录；已有内容没有丢失",
        ),
    )


def _damaged(path: Path, said: str) -> JournalBroken:
    return JournalBroken(
        "journal-damaged",
        Text(f"The journal {path} is damaged: {said}", f"学习记录 {path} 已损坏，或不是数据库文件"),
        Text(
            f"It is left as it is. Move it aside and put a backup (`llmtutor progress backup` makes them) at {path}",
            f"文件保持原样。请把它移到别处，再把备份（由 `llmtutor progress backup` 生成）放到 {path}",
        ),
    )


def _foreign(path: Path) -> JournalBroken:
    return JournalBroken(
        "journal-foreign",
        Text(f"{path} is not a journal of llmtutor", f"{path} 不是 llmtutor 的学习记录"),
        Text(
            "It is left as it is. Move it aside, or set LLMTUTOR_HOME to another folder",
            "文件保持原样。请把它移到别处，或把 LLMTUTOR_HOME 设为其他目录",
        ),
    )


def _refuse_newer(path: Path, db: sqlite3.Connection) -> None:
    if (present := _format(db)) > FORMAT:
        raise JournalBroken(
            "journal-too-new",
            Text(
                f"The journal {path} has format {present}; this llmtutor knows up to {FORMAT}",
                f"学习记录 {path} 的格式为 {present}，当前 llmtutor 最高支持 {FORMAT}",
            ),
            Text("Upgrade: pip install --upgrade llmtutor", "请升级：pip install --upgrade llmtutor"),
        )
