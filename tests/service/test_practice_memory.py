"""kill -9 while the folded memory is being kept: the journal is whole, and the memory is folded anew."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from llmtutor.learn.memory import remember
from llmtutor.model import Grade
from llmtutor.service.practice_memory import recall
from llmtutor.store.journal import Journal

from .learning_bank import QUESTIONS, Person

# Folds and keeps; dies when the statement of this number is about to run inside the transaction that keeps.
KEEP_AND_DIE = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from llmtutor.service.practice_memory import recall
from llmtutor.store.journal import Journal
from llmtutor.workspace.settings import Settings

path, at, number = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), int(sys.argv[3])
with Journal.open(path, create=True) as journal:
    seen = []

    def die(statement):
        if seen or statement.lower().startswith("begin immediate"):
            seen.append(statement)
        if len(seen) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    journal._db.set_trace_callback(die)
    recall(journal, Settings(), at, keep=True)
    print(len(seen))
"""


def keep(person: Person, number: int) -> subprocess.CompletedProcess[str]:
    path = person.workspace.journal_path
    command = [sys.executable, "-c", KEEP_AND_DIE, str(path), person.now.isoformat(), str(number)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def person(tmp_path: Path) -> Person:
    person = Person(tmp_path / "home")
    for person.day in range(4):
        for question in QUESTIONS:
            person.answer(question, Grade.AGAIN if person.day == 2 else Grade.GOOD)
    return person


@pytest.mark.parametrize("kept_before", [False, True])
def test_killed_at_every_statement_of_keeping_it_nothing_is_lost(person: Person, kept_before: bool) -> None:
    with Journal.open(person.workspace.journal_path, create=True) as journal:
        if kept_before:
            recall(journal, person.workspace.settings, person.now, keep=True)
    person.day = 5
    person.answer(QUESTIONS[0], Grade.AGAIN)
    number, died = 0, True
    while died:
        number += 1
        before = person.lines()
        died = keep(person, number).returncode == -signal.SIGKILL
        assert person.lines() == before
        with Journal.open(person.workspace.journal_path, create=True) as journal:
            assert not journal.check()
            expected = remember((event for _, event in journal.events()), 0.9, until=person.now)
            assert recall(journal, person.workspace.settings, person.now, keep=False) == expected
            if died:
                assert journal.folded().sequence == (24 if kept_before else 0)
    assert number > 4  # begin, rows, head, commit: each was died at
    with Journal.open(person.workspace.journal_path, create=True) as journal:
        assert journal.folded().sequence == journal.sequence == 25
        assert journal.folded().memories == expected


def test_a_cache_that_was_dropped_is_folded_anew_to_the_same_bits(person: Person) -> None:
    with Journal.open(person.workspace.journal_path, create=True) as journal:
        kept = recall(journal, person.workspace.settings, person.now, keep=True)
        with journal._writing():
            journal._db.execute("delete from folded")
            journal._db.execute("delete from memory where question > 'b'")
        assert recall(journal, person.workspace.settings, person.now, keep=True) == kept
        assert journal.folded().memories == kept
