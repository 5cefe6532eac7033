"""What a journal does when the machine fails it: it says so with exit code 5, and what was there is still there."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from llmtutor.errors import Exit, JournalBroken
from llmtutor.model import Skipped
from llmtutor.store.journal import Journal
from llmtutor.store.journal_file import FORMAT

ROOT = Path(__file__).parents[2]


def skipped(number: int, size: int = 1) -> Skipped:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    return Skipped(id=f"k{number}", device="here", at=at, session="s", bank="b", question="q" * size)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal of 40 events, closed; large enough that a half of it misses pages."""
    path = tmp_path / "data" / "journal.db"
    with Journal.open(path, create=True) as journal:
        journal.append(*(skipped(number, 150) for number in range(40)))
    return path


def broken(path: Path, *, create: bool = True) -> JournalBroken:
    """How opening it fails, and that failing changed nothing."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(JournalBroken) as caught:
        Journal.open(path, create=create, wait=0.1)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert caught.value.exit == Exit.JOURNAL == 5
    for text in (caught.value.message, caught.value.hint):
        assert text.en
        assert text.zh
    return caught.value


def ids(path: Path) -> list[str]:
    journal = Journal.open(path, create=False)
    assert journal is not None
    with journal:
        return [event.id for _, event in journal.events()]


def first(count: int) -> list[str]:
    return [f"k{number}" for number in range(count)]


def command(program: str, path: Path) -> list[str]:
    """A program of its own process, with `path`, `Journal` and `event(number)` at hand."""
    prelude = f"""
        import os, resource, sys
        from datetime import UTC, datetime
        from pathlib import Path
        sys.path.insert(0, {str(ROOT)!r})
        from llmtutor.errors import JournalBroken
        from llmtutor.model import Skipped
        from llmtutor.store.journal import Journal
        path = Path({str(path)!r})
        def event(number):
            at = datetime(2026, 11, 1, tzinfo=UTC)
            return Skipped(id=f"k{{number}}", device="here", at=at, session="s", bank="b", question="q" * 150)
    """
    return [sys.executable, "-c", textwrap.dedent(prelude) + textwrap.dedent(program)]


def run(program: str, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(program, path), capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_a_journal_cut_short_is_named_as_damaged_and_left_alone(path: Path, share: float, create: bool) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert broken(path, create=create).code == "journal-damaged"


@pytest.mark.parametrize("content", [b"not a database, but somebody's notes\n" * 200, b"\0" * 8192])
def test_what_is_no_database_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert broken(path).code == "journal-damaged"


def test_damage_inside_a_page_is_found_by_the_check(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 4] = b"\xff" * 8192
    path.write_bytes(content)
    try:
        journal = Journal.open(path, create=False)
    except JournalBroken as error:
        assert error.code == "journal-damaged"  # noqa: PT017
        return
    assert journal is not None
    with journal:
        assert journal.check()


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table bookmarks (url text)")
    assert broken(path).code == "journal-foreign"


def test_a_newer_format_is_refused_with_advice(path: Path) -> None:
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute("insert into migration (number, name) values (?, 'from the future')", (FORMAT + 1,))
    error = broken(path, create=False)
    assert error.code == "journal-too-new"
    assert "pip install" in error.hint.en
    assert "pip install" in error.hint.zh


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "journal.db").mkdir()
    assert broken(tmp_path / "journal.db").code == "journal-unwritable"


def test_a_file_in_place_of_its_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert broken(tmp_path / "data" / "journal.db").code == "journal-unwritable"


# --- Locked ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def writer(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


def test_locked_by_a_writer_from_the_start(path: Path, writer: sqlite3.Connection) -> None:
    writer.execute("begin immediate")
    with pytest.raises(JournalBroken) as caught:
        Journal.open(path, create=True, wait=0.1)
    assert caught.value.code == "journal-locked"
    reader = Journal.open(path, create=False, wait=0.1)
    assert reader is not None
    with reader:
        assert reader.sequence == 40


def test_locked_in_the_middle_loses_nothing_and_goes_on_afterwards(path: Path, writer: sqlite3.Connection) -> None:
    with Journal.open(path, create=True, wait=0.1) as journal:
        writer.execute("begin immediate")
        with pytest.raises(JournalBroken) as caught:
            journal.append(skipped(40))
        assert caught.value.code == "journal-locked"
        writer.execute("rollback")
        journal.append(skipped(40))
    assert ids(path) == first(41)


def test_locked_for_good_in_exclusive_mode(path: Path, writer: sqlite3.Connection) -> None:
    writer.execute("pragma locking_mode = exclusive")
    writer.execute("begin exclusive")
    for create in (True, False):
        with pytest.raises(JournalBroken) as caught:
            Journal.open(path, create=create, wait=0.1)
        assert caught.value.code == "journal-locked"


# --- No room --------------------------------------------------------------------------------------------------------


def test_no_room_for_another_page(path: Path) -> None:
    with Journal.open(path, create=True) as journal:
        (pages,) = journal._db.execute("pragma page_count").fetchone()
        journal._db.execute(f"pragma max_page_count = {pages}")
        with pytest.raises(JournalBroken) as caught:
            journal.append(*(skipped(100 + number, 190) for number in range(400)))
        assert caught.value.code == "journal-disk-full"
        assert journal.sequence == 40
    assert ids(path) == first(40)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_a_disk_that_fills_up_while_answering(path: Path) -> None:
    """The kernel itself refuses the write, in the middle of a quiz."""
    done = run(
        """
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
        kept = 40
        with Journal.open(path, create=True) as journal:
            try:
                while True:
                    journal.append(event(kept))
                    kept += 1
            except JournalBroken as error:
                print(error.code, kept)
        """,
        path,
    )
    code, kept = done.stdout.split()
    assert code == "journal-disk-full", done.stderr
    assert int(kept) > 40
    assert ids(path) == first(int(kept))


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_no_room_to_make_a_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    done = run(
        """
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            Journal.open(path, create=True)
        except JournalBroken as error:
            print(error.code)
        """,
        path,
    )
    assert done.stdout.split() == ["journal-disk-full"], done.stderr
    with Journal.open(path, create=True) as journal:
        assert journal.sequence == 0


# --- Nowhere to write -----------------------------------------------------------------------------------------------

_AS_NOBODY = """
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
"""


def _for_everybody(path: Path, mode: int) -> None:
    """Only the last folder and the file are at stake: nobody must be able to come that far."""
    path.chmod(0o444)
    path.parent.chmod(mode)
    for folder in path.parents[1:]:
        if folder.stat().st_uid == os.getuid() and not folder.stat().st_mode & 0o001:
            folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_folder_without_the_right_to_write(path: Path) -> None:
    """As an ordinary user: the superuser may write anywhere."""
    _for_everybody(path, 0o555)
    done = run(
        _AS_NOBODY
        + """
    try:
        Journal.open(path, create=True)
    except JournalBroken as error:
        print(error.code)
    with Journal.open(path, create=False) as journal:
        print(journal.sequence)
        try:
            journal.append(event(40))
        except JournalBroken as error:
            print(error.code)
    try:
        Journal.open(path.with_name("new.db"), create=True)
    except JournalBroken as error:
        print(error.code)
    """,
        path,
    )
    assert done.stdout.split() == ["journal-unwritable", "40", "journal-unwritable", "journal-unwritable"], done.stderr
    path.parent.chmod(0o755)
    assert len(ids(path)) == 40


# --- Killed ---------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_between_two_answers(path: Path) -> None:
    """Without closing: the last answers are still in the write-ahead log, and are found."""
    run(
        """
        journal = Journal.open(path, create=True)
        for number in range(40, 45):
            journal.append(event(number))
        os.kill(os.getpid(), 9)
        """,
        path,
    )
    assert path.with_name("journal.db-wal").stat().st_size > 0
    assert ids(path) == first(45)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_several_processes_make_and_fill_one_journal(tmp_path: Path) -> None:
    program = """
        with Journal.open(path, create=True) as journal:
            for number in range(15):
                journal.append(event(f"{os.getpid()}-{number}"))
    """
    path = tmp_path / "journal.db"
    code = command(program, path)
    running = [subprocess.Popen(code, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    errors = [process.communicate(timeout=60)[1] for process in running]
    assert [process.returncode for process in running] == [0] * 4, errors
    assert len(set(ids(path))) == 60
