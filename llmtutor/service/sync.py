"""progress sync: one append-only file a device in a folder that any file sync carries. No server, no conflict.

    DIR/llmtutor-<device>.jsonl             the lines of `progress export`, in the order in which they were written

A device appends to its own file and reads all of them; it never writes another's, and never rewrites a byte. Copies
that a file sync makes of a file that it thinks is in conflict are read as one more file. What is here and in no file,
be it new, imported, or gone from a file that was cut, is appended to the own one. So after a sync the journal holds
what the folder holds, and the folder what the journal holds.

A last line without its end has not arrived whole, or its writer was killed: it is left out and told, and taken in when
it is whole. The next sync of its writer ends the torn line and writes the event again behind it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from ..errors import JournalBroken, Usage
from ..model import Text
from ..store.journal import Journal
from ..store.journal_event import MAX_LINE
from ..views.progress import RefusedView
from ..views.sync import SyncedFileView, SyncedView
from ..workspace import Workspace
from .progress_lines import read_lines

_PREFIX, _SUFFIX = "llmtutor-", ".jsonl"
_AT_ONCE = 1000  # lines in one write


def synchronise(workspace: Workspace, folder: Path) -> SyncedView:
    """Take in what the folder has, then append to our own file what it lacks; on the disk on return.

    The folder is made where its parent is there. Raises Usage where it cannot be read, JournalBroken where our own file
    cannot be written; what was taken in by then stays.
    """
    _make_folder(folder)
    with workspace.journal(create=True) as journal:
        if not journal.claim("sync"):
            raise _busy()
        own = f"{_PREFIX}{journal.device}{_SUFFIX}"
        here = {_digest(line.encode()) for line in journal.export()}
        held: set[bytes] = set()
        files = tuple(_take_in(path, journal, here, held) for path in _list_files(folder))
        sent = _append(folder / own, (line for line in map(str.encode, journal.export()) if _digest(line) not in held))
        return SyncedView(
            folder=str(folder),
            file=own,
            sent=sent,
            added=sum(each.added for each in files),
            events=journal.sequence,
            files=files,
        )


def _digest(line: bytes) -> bytes:
    """Stands for a whole line, so that a million of them fit into memory."""
    return hashlib.blake2b(line, digest_size=16).digest()


# --- Reading --------------------------------------------------------------------------------------------------------


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    try:
        folder.mkdir()
    except OSError as error:
        raise Usage(
            "no-folder",
            Text(f"{folder} cannot be made: {error.strerror}", f"无法创建目录 {folder}"),
            Text("Name a folder that a file sync carries", "请指定一个由文件同步工具同步的目录"),
        ) from error


def _list_files(folder: Path) -> list[Path]:
    try:
        found = sorted(folder.iterdir())
    except OSError as error:
        raise Usage(
            "folder-unreadable",
            Text(f"{folder} cannot be read: {error.strerror}", f"无法读取目录 {folder}"),
            Text("Make it readable, or name another folder", "请检查目录权限，或换一个目录"),
        ) from error
    return [path for path in found if path.name.startswith(_PREFIX) and path.name.endswith(_SUFFIX)]


def _take_in(path: Path, journal: Journal, here: set[bytes], held: set[bytes]) -> SyncedFileView:
    """The union with one file, whose lines are noted in `held`; those that are `here` are not looked at."""
    try:
        with path.open("rb") as file:
            taken = journal.take_in(_unknown_lines(file, here, held))
            written_again, half = _explain_torn(file, {each.line for each in taken.refused})
    except (OSError, _Unreadable) as error:
        said = Text(f"it cannot be read: {error}", "无法读取：没有权限或读取出错")
        return SyncedFileView(path.name, 0, 0, half_written=False, refused=(), unreadable=said)
    refused = [each for each in taken.refused if each.line not in written_again and each.line != half]
    return SyncedFileView(
        name=path.name,
        read=taken.read,
        added=taken.added,
        half_written=half is not None,
        refused=tuple(RefusedView(each.line, each.reason) for each in refused),
        unreadable=None,
    )


class _Unreadable(Exception):
    """A failure of the file that is read must not pass for one of the journal."""


def _unknown_lines(file: BinaryIO, here: set[bytes], held: set[bytes]) -> Iterator[bytes]:
    """Every line, blank where it is `here`, so that the numbers of the others stay."""
    try:
        for line in read_lines(file, MAX_LINE):
            digest = _digest(line)
            held.add(digest)
            yield b"" if digest in here else line
    except OSError as error:
        raise _Unreadable(str(error)) from error


def _explain_torn(file: BinaryIO, refused: set[int]) -> tuple[set[int], int | None]:
    """Which of the refused lines were torn and written again later on, and which is the last one without its end."""
    if not refused:
        return set(), None
    file.seek(0)
    lines = list(enumerate(read_lines(file, MAX_LINE), 1))
    starts = {number: line for number, line in lines if number in refused}
    whole = [line for number, line in lines if number not in refused]
    again = {number for number, start in starts.items() if any(line.startswith(start) for line in whole)}
    last = len(lines)
    return again, last if last in refused - again and _is_torn(file) else None


def _is_torn(file: BinaryIO) -> bool:
    """Whether the last line lacks its end."""
    if not file.seek(0, os.SEEK_END):
        return False
    file.seek(-1, os.SEEK_END)
    return file.read(1) != b"\n"


# --- Writing --------------------------------------------------------------------------------------------------------


def _append(path: Path, lines: Iterator[bytes]) -> int:
    """Add the lines, on the disk on return; how many. Where there are none, the file is not touched."""
    if (first := next(lines, None)) is None:
        return 0
    count = 0
    fresh = not path.exists()
    try:
        with path.open("ab+") as file:
            if _is_torn(file):
                file.write(b"\n")
            rest = chain([first], lines)
            while some := list(islice(rest, _AT_ONCE)):
                file.write(b"".join(line + b"\n" for line in some))
                count += len(some)
            file.flush()
            os.fsync(file.fileno())
        if fresh:
            _keep_name(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    return count


def _keep_name(path: Path) -> None:
    """Put a new file's name on the disk too, where the system knows how."""
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _busy() -> JournalBroken:
    return JournalBroken(
        "sync-busy",
        Text("Another sync of this journal is under way", "这份学习记录正在进行另一次同步"),
        Text("Nothing is lost. Try again when it has ended", "没有内容丢失。请等它结束后再试"),
    )


def _unwritable(path: Path, error: OSError) -> JournalBroken:
    return JournalBroken(
        "sync-failed",
        Text(f"{path} cannot be written: {error.strerror}", f"无法写入 {path}：位置不可写或空间不足"),
        Text(
            "The journal is whole. Make room or the folder writable, then sync again",
            "学习记录完好。请腾出空间或使目录可写，然后重新同步",
        ),
    )
