"""Standing, export, import, backup."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from llmtutor.errors import CannotWrite, NotFound, Usage
from llmtutor.service.practice_session import open_quiz
from llmtutor.service.practice_single import answer_question
from llmtutor.service.practice_state import Wanted
from llmtutor.service.progress import back_up, export, standing, take_in
from llmtutor.service.progress_days import day_of
from llmtutor.service.progress_lines import read_lines
from llmtutor.store.journal import Unfinished
from llmtutor.workspace import Workspace

TINY = Path(__file__).parents[1] / "banks" / "tiny"
START = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Workspace:
    return Workspace({"LLMTUTOR_HOME": str(tmp_path / "home"), "LLMTUTOR_BANK": str(TINY)}, clock=clock)


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Workspace:
    return Workspace({"LLMTUTOR_HOME": str(tmp_path / "other"), "LLMTUTOR_BANK": str(TINY)}, clock=clock)


def answer(workspace: Workspace) -> None:
    answer_question(workspace, "multiplication/commutes", "true", variant=0)


def lines_of(workspace: Workspace) -> list[str]:
    written: list[str] = []
    view = export(workspace, None, written.append)
    assert (view.events, view.path) == (len(written), None)
    return written


# --- Standing -------------------------------------------------------------------------------------------------------


def test_where_a_beginner_stands(workspace: Workspace) -> None:
    view = standing(workspace)
    assert (view.due, view.new, view.learned, view.answered, view.streak) == (0, 6, 0, 0, 0)
    assert not view.resumable
    assert [each.command for each in view.commands] == [
        "llmtutor quiz",
        "llmtutor explain addition",
        "llmtutor search attention",
    ]
    assert not workspace.data_dir.exists()


def test_where_somebody_stands_who_answered(workspace: Workspace, clock: Clock) -> None:
    answer(workspace)
    view = standing(workspace)
    assert (view.due, view.new, view.learned, view.answered, view.streak) == (0, 5, 1, 1, 1)
    clock.now += timedelta(days=40)
    view = standing(workspace)
    assert (view.due, view.streak) == (1, 0)


def test_an_unfinished_quiz_is_told_for_a_day(workspace: Workspace, clock: Clock) -> None:
    with open_quiz(workspace, Wanted()):
        pass
    assert standing(workspace).resumable
    clock.now += timedelta(hours=25)
    assert not standing(workspace).resumable


def test_what_waits_is_told_for_a_day(workspace: Workspace, clock: Clock) -> None:
    for kind, command in (("interview", "llmtutor interview"), ("placement", "llmtutor quiz --placement")):
        with workspace.journal(create=True) as journal:
            journal.set_unfinished(Unfinished("s", json.dumps({"at": clock.now.isoformat()}), kind), kind)
        assert standing(workspace).commands[0].command == command
    assert len(standing(workspace).commands) == 3
    clock.now += timedelta(hours=25)
    assert standing(workspace).commands[0].command == "llmtutor quiz"


def test_a_streak_counts_days_in_a_row_and_forgives_an_unfinished_today(workspace: Workspace, clock: Clock) -> None:
    for _ in range(3):
        answer(workspace)
        clock.now += timedelta(days=1)
    assert standing(workspace).streak == 3
    answer(workspace)
    assert standing(workspace).streak == 4
    clock.now += timedelta(days=60)
    assert standing(workspace).streak == 0


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("no time zones to set")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("at", "start", "hours"),
    [
        (datetime(2026, 11, 1, 22, 59, tzinfo=UTC), datetime(2026, 10, 31, 23, tzinfo=UTC), 24),
        (datetime(2026, 11, 1, 23, tzinfo=UTC), datetime(2026, 11, 1, 23, tzinfo=UTC), 24),
        (datetime(2026, 10, 25, 12, tzinfo=UTC), datetime(2026, 10, 24, 22, tzinfo=UTC), 25),
        (datetime(2026, 3, 29, 12, tzinfo=UTC), datetime(2026, 3, 28, 23, tzinfo=UTC), 23),
    ],
)
@pytest.mark.usefixtures("zone")
def test_a_day_is_the_learners(at: datetime, start: datetime, hours: int) -> None:
    assert day_of(at) == (start, start + timedelta(hours=hours))


# --- Export and import ----------------------------------------------------------------------------------------------


def test_nothing_to_export_is_no_event_and_no_journal(workspace: Workspace, tmp_path: Path) -> None:
    assert lines_of(workspace) == []
    view = export(workspace, tmp_path / "empty.jsonl", print)
    assert (view.events, (tmp_path / "empty.jsonl").read_text()) == (0, "")
    assert not workspace.data_dir.exists()


def test_what_is_exported_is_imported_once(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    for _ in range(3):
        answer(workspace)
    path = tmp_path / "progress.jsonl"
    assert export(workspace, path, print).events == 3
    assert [json.loads(line)["type"] for line in path.read_text().splitlines()] == ["answered"] * 3
    view = take_in(other, str(path), io.BytesIO())
    assert (view.read, view.added, view.refused) == (3, 3, ())
    again = take_in(other, "-", io.BytesIO(path.read_bytes()))
    assert (again.path, again.read, again.added) == ("-", 3, 0)
    assert lines_of(other) == lines_of(workspace)
    assert standing(other).answered == 3


def test_an_export_takes_the_place_of_an_older_one_and_of_nothing_else(workspace: Workspace, tmp_path: Path) -> None:
    path, notes = tmp_path / "progress.jsonl", tmp_path / "notes.txt"
    notes.write_text("mine")
    for count in (1, 2):
        answer(workspace)
        assert export(workspace, path, print).events == count
    for place, error in ((notes, Usage), (tmp_path, Usage), (tmp_path / "notes.txt" / "deeper.jsonl", CannotWrite)):
        with pytest.raises(error):
            export(workspace, place, print)
    assert notes.read_text() == "mine"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["home", "notes.txt", "progress.jsonl"]


def test_bad_lines_are_told_by_number(workspace: Workspace, other: Workspace) -> None:
    answer(workspace)
    view = take_in(other, "-", io.BytesIO(b"nonsense\n" + "".join(lines_of(workspace)).encode() + b'{"v":1}'))
    assert (view.read, view.added, [refused.line for refused in view.refused]) == (1, 1, [1, 3])


def test_a_file_that_cannot_be_read_makes_no_journal(workspace: Workspace, tmp_path: Path) -> None:
    for path in (tmp_path / "missing.jsonl", tmp_path):
        with pytest.raises(Usage):
            take_in(workspace, str(path), io.BytesIO())
    assert not workspace.data_dir.exists()


def test_a_source_that_breaks_off_adds_nothing(workspace: Workspace, other: Workspace) -> None:
    answer(workspace)

    class Broken(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if line := super().readline(size):
                return line
            raise OSError(5, "Input/output error")

    with pytest.raises(Usage):
        take_in(other, "-", Broken("".join(lines_of(workspace)).encode()))
    assert lines_of(other) == []


def test_a_line_without_end_is_bounded() -> None:
    lines = list(read_lines(io.BytesIO(b"one\r\n" + b"x" * 100 + b"\nthree\n\nlast"), 10))
    assert lines == [b"one", b"x" * 11, b"three", b"", b"last"]
    assert list(read_lines(io.BytesIO(b"y" * 35), 10)) == [b"y" * 11]


# --- Backup ---------------------------------------------------------------------------------------------------------


def test_a_backup_is_put_beside_the_journal_by_its_time(workspace: Workspace) -> None:
    answer(workspace)
    view = back_up(workspace, None)
    assert (view.events, view.at) == (1, START)
    assert Path(view.path) == workspace.data_dir / "backups" / "journal-20261101-120000.db"


def test_a_backup_into_a_folder_and_back(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    answer(workspace)
    view = back_up(workspace, tmp_path)
    other.data_dir.mkdir(parents=True)
    Path(view.path).replace(other.journal_path)
    assert lines_of(other) == lines_of(workspace)
    answer(other)
    assert standing(other).answered == 2


def test_nothing_to_back_up(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        back_up(workspace, None)
