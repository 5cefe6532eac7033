"""Two machines and a folder: after both have synced, both hold the same, whatever happened in between."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.errors import JournalBroken, Usage
from llmtutor.learn.memory import remember
from llmtutor.model import Answered, Event, Grade, Graded, Retracted
from llmtutor.service.sync import synchronise
from llmtutor.store.journal_event import encode
from llmtutor.workspace import Workspace

from ..conftest import clean_environ

START = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Machine:
    """A learner's journal on one machine; its clock goes on a day with every answer."""

    def __init__(self, home: Path, name: str) -> None:
        self.workspace = Workspace({"LLMTUTOR_HOME": str(home / name)}, clock=lambda: START)
        self.name = name
        self.done: list[Event] = []

    def _append(self, event: Event) -> None:
        with self.workspace.journal(create=True) as journal:
            journal.append(event)
        self.done.append(event)

    def answer(self, question: int, grade: Grade) -> None:
        number = len(self.done)
        self._append(
            Answered(
                id=f"{self.name}-{number}",
                device=self.name,
                at=START + timedelta(days=number, milliseconds=question),
                session=f"Sitzung 第{number}次",
                bank="b",
                question=f"c/q{question}",
                digest="",
                variant=0,
                response="词元",
                right=grade > Grade.AGAIN,
                score=1.0,
                grade=grade,
            )
        )

    def undo(self) -> None:
        with self.workspace.journal(create=True) as journal:
            last = journal.last_act()
        if last is not None:
            number = len(self.done)
            at = START + timedelta(days=number)
            self._append(Retracted(id=f"{self.name}-{number}", device=self.name, at=at, session="s", event=last.id))

    def regrade(self, grade: Grade) -> None:
        with self.workspace.journal(create=True) as journal:
            last = journal.last_act()
        if last is not None:
            number = len(self.done)
            at = START + timedelta(days=number)
            self._append(
                Graded(id=f"{self.name}-{number}", device=self.name, at=at, session="s", event=last.id, grade=grade)
            )

    @property
    def events(self) -> set[str]:
        with self.workspace.journal(create=True) as journal:
            assert journal.check() == []
            return set(journal.export())

    @property
    def memory(self) -> object:
        with self.workspace.journal(create=True) as journal:
            return remember([event for _, event in journal.events()])


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Machine, Machine]:
    return Machine(tmp_path, "ada"), Machine(tmp_path, "bob")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "box"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


# --- The law --------------------------------------------------------------------------------------------------------

WHO = st.integers(0, 1)
GRADES = st.sampled_from(Grade)
STEPS = st.one_of(
    st.tuples(st.just("answer"), WHO, st.integers(0, 3), GRADES),
    st.tuples(st.just("undo"), WHO),
    st.tuples(st.just("regrade"), WHO, GRADES),
    st.tuples(st.just("sync"), WHO),
    st.tuples(st.just("cut"), st.integers(0, 3), st.integers(1, 400)),
    st.tuples(st.just("copy"), st.integers(0, 3)),
)


@settings(deadline=None, max_examples=60)
@given(steps=st.lists(STEPS, max_size=14))
def test_after_both_have_synced_both_hold_the_same(
    steps: list[tuple[object, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("machines")
    machines, folder = (Machine(home, "ada"), Machine(home, "bob")), home / "box"
    for step in steps:
        before = files_of(folder)
        match step:
            case ("answer", int(who), int(question), Grade() as grade):
                machines[who].answer(question, grade)
            case ("undo", int(who)):
                machines[who].undo()
            case ("regrade", int(who), Grade() as grade):
                machines[who].regrade(grade)
            case ("sync", int(who)):
                synchronise(machines[who].workspace, folder)
                after = files_of(folder)
                assert all(after[name].startswith(content) for name, content in before.items())
                assert sum(after[name] != content for name, content in before.items()) <= 1
            case ("cut", int(which), int(bytes_)) if before:
                path = folder / sorted(before)[which % len(before)]
                os.truncate(path, max(0, path.stat().st_size - bytes_))
            case ("copy", int(which)) if before:
                name = sorted(before)[which % len(before)]
                (folder / name.replace(".jsonl", ".conflict.jsonl")).write_bytes(before[name])
    for who in (0, 1, 0, 1):
        synchronise(machines[who].workspace, folder)
    done = {encode(event) for machine in machines for event in machine.done}
    assert machines[0].events == machines[1].events == done
    assert machines[0].memory == machines[1].memory
    quiet = files_of(folder)
    for machine in machines:
        view = synchronise(machine.workspace, folder)
        assert (view.added, view.sent) == (0, 0)
        assert not any(each.refused or each.unreadable for each in view.files)
    assert files_of(folder) == quiet


# --- What is said ---------------------------------------------------------------------------------------------------


def test_what_one_machine_did_the_other_knows(machines: tuple[Machine, Machine], folder: Path) -> None:
    ada, bob = machines
    ada.answer(1, Grade.GOOD)
    view = synchronise(ada.workspace, folder)
    assert (view.sent, view.added, view.events) == (1, 0, 1)
    view = synchronise(bob.workspace, folder)
    assert (view.sent, view.added, view.events) == (0, 1, 1)
    assert files_of(folder).keys() == {synchronise(ada.workspace, folder).file}


def test_a_last_line_that_has_not_arrived_waits(machines: tuple[Machine, Machine], folder: Path) -> None:
    ada, bob = machines
    ada.answer(1, Grade.GOOD)
    ada.answer(2, Grade.GOOD)
    file = folder / synchronise(ada.workspace, folder).file
    whole = file.read_bytes()
    for length in (len(whole) - 20, whole.index("词".encode()) + 1, 1):
        file.write_bytes(whole[:length])
        view = synchronise(Machine(folder.parent, f"bob {length}").workspace, folder)
        (seen,) = (each for each in view.files if each.name == file.name)
        assert seen.half_written
        assert not seen.refused
        assert view.events == whole[:length].count(b"\n")
    file.write_bytes(whole)
    view = synchronise(bob.workspace, folder)
    assert (view.events, any(each.half_written for each in view.files)) == (2, False)


def test_who_was_killed_while_writing_goes_on_behind_the_torn_line(
    machines: tuple[Machine, Machine], folder: Path
) -> None:
    ada, bob = machines
    ada.answer(1, Grade.GOOD)
    ada.answer(2, Grade.GOOD)
    file = folder / synchronise(ada.workspace, folder).file
    torn = file.read_bytes()[:-30]
    file.write_bytes(torn)
    view = synchronise(ada.workspace, folder)
    assert (view.sent, [each.half_written for each in view.files]) == (1, [True])
    assert file.read_bytes().startswith(torn + b"\n{")
    view = synchronise(bob.workspace, folder)
    assert (view.added, [(each.half_written, each.refused) for each in view.files]) == (2, [(False, ())])


def test_lines_that_are_no_events_are_told_and_the_others_taken(
    machines: tuple[Machine, Machine], folder: Path
) -> None:
    ada, bob = machines
    ada.answer(1, Grade.GOOD)
    file = folder / synchronise(ada.workspace, folder).file
    newer = b'{"v": 99, "type": "dreamed"}\n'
    file.write_bytes(newer + b"\x00\x00\xff\n" + file.read_bytes())
    view = synchronise(bob.workspace, folder)
    assert view.added == 1
    assert [each.line for each in view.files[0].refused] == [1, 2]
    assert "upgrade" in view.files[0].refused[0].reason.en


def test_other_files_of_the_folder_are_left_alone(machines: tuple[Machine, Machine], folder: Path) -> None:
    folder.mkdir()
    (folder / "notes.jsonl").write_text("mine\n", "utf-8")
    (folder / "llmtutor-x.jsonl").mkdir()
    view = synchronise(machines[0].workspace, folder)
    assert [(each.name, each.unreadable is not None) for each in view.files] == [("llmtutor-x.jsonl", True)]


def test_a_folder_that_cannot_be_is_refused(machines: tuple[Machine, Machine], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for folder in (tmp_path / "file", tmp_path / "no" / "where"):
        with pytest.raises(Usage) as refused:
            synchronise(machines[0].workspace, folder)
        assert refused.value.code == "no-folder"


def test_a_file_that_cannot_be_written_keeps_what_came_in(machines: tuple[Machine, Machine], folder: Path) -> None:
    ada, bob = machines
    bob.answer(1, Grade.GOOD)
    synchronise(bob.workspace, folder)
    ada.answer(2, Grade.GOOD)
    with ada.workspace.journal(create=True) as journal:
        (folder / f"llmtutor-{journal.device}.jsonl").mkdir()
    with pytest.raises(JournalBroken) as broken:
        synchronise(ada.workspace, folder)
    assert broken.value.code == "sync-failed"
    assert len(ada.events) == 2


def test_two_syncs_of_one_journal_do_not_meet(machines: tuple[Machine, Machine], folder: Path) -> None:
    with machines[0].workspace.journal(create=True) as journal:
        assert journal.claim("sync")
        with pytest.raises(JournalBroken) as broken:
            synchronise(machines[0].workspace, folder)
    assert broken.value.code == "sync-busy"


# --- Killed ---------------------------------------------------------------------------------------------------------


def killed_after(delays: list[float], words: list[str], home: Path) -> Iterator[int]:
    """Start the program and kill it, once for each delay in seconds."""
    for delay in delays:
        process = subprocess.Popen(
            [sys.executable, "-m", "llmtutor", *words], env=clean_environ(home), stdout=subprocess.DEVNULL
        )
        killer = threading.Timer(delay, process.kill)
        killer.start()
        yield process.wait()
        killer.cancel()


@pytest.mark.parametrize("command", ["sync", "import"])
def test_killed_at_any_moment_nothing_is_lost_or_half_done(command: str, tmp_path: Path, folder: Path) -> None:
    bob = Machine(tmp_path, "bob")
    with bob.workspace.journal(create=True) as journal:
        for number in range(3000):
            bob.done.append(
                Answered(
                    id=f"bob-{number}",
                    device="bob",
                    at=START + timedelta(minutes=number),
                    session="s",
                    bank="b",
                    question=f"c/q{number % 40}",
                    digest="",
                    variant=0,
                    response="x",
                    right=True,
                    score=1.0,
                    grade=Grade.GOOD,
                )
            )
        journal.append(*bob.done)
    ada = Machine(tmp_path, "ada")
    ada.answer(1, Grade.GOOD)
    synchronise(bob.workspace, folder)
    (export,) = folder.iterdir()
    words = ["progress", "sync", str(folder)] if command == "sync" else ["progress", "import", str(export)]
    codes = []
    for code in killed_after([0.05, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4], words, tmp_path / "ada"):
        codes.append(code)
        assert len(ada.events) in (1, 3001)
        if len(ada.events) == 3001:
            break
    assert any(codes), "none was killed"
    synchronise(ada.workspace, folder)
    synchronise(bob.workspace, folder)
    assert ada.events == bob.events == {encode(event) for event in [*ada.done, *bob.done]}
