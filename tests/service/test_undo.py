"""Undo restores exactly the state before, in everything that is told of it, also from another machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.model import Grade, Memory
from llmtutor.service.learning_path import draw_map
from llmtutor.service.practice_choice import choose
from llmtutor.service.practice_memory import recall
from llmtutor.service.practice_single import undo_last
from llmtutor.service.practice_state import Wanted
from llmtutor.service.progress import standing
from llmtutor.service.progress_history import list_answers
from llmtutor.service.progress_stats import collect_stats

from .learning_bank import QUESTIONS, Person

_GRADES = st.sampled_from(list(Grade))
_PAST = st.lists(st.tuples(st.integers(0, 30), st.sampled_from(QUESTIONS), st.none() | _GRADES), max_size=8)


def memory_of(person: Person, *, keep: bool) -> dict[str, Memory]:
    with person.workspace.journal(create=True) as journal:
        return recall(journal, person.workspace.settings, person.now, keep=keep)


def everything_told(person: Person) -> list[object]:
    """What every command that reads the journal says, and what a quiz would ask."""
    with person.workspace.index() as index, person.workspace.journal(create=True) as journal:
        asked = choose(index, journal, person.workspace.settings, Wanted(), at=person.now, seed=1, keep=False)
    views = [standing(person.workspace), draw_map(person.workspace), collect_stats(person.workspace)]
    return [memory_of(person, keep=False), asked, *views, list_answers(person.workspace, None)]


@settings(deadline=None, max_examples=25)
@given(_PAST, st.sampled_from(QUESTIONS), st.none() | _GRADES, st.none() | _GRADES, st.booleans())
def test_undo_restores_what_was_there_before(
    tmp_path_factory: pytest.TempPathFactory,
    past: list[tuple[int, str, Grade | None]],
    question: str,
    grade: Grade | None,
    regrade: Grade | None,
    kept: bool,
) -> None:
    """Whatever was answered, graded anew or not; whether or not the memory was kept in between."""
    person = Person(tmp_path_factory.mktemp("home"))
    answers = []
    for person.day, name, given_grade in sorted(past, key=lambda each: each[0]):
        answers.append(person.make_answer(name, given_grade))
    person.keep(*answers)
    person.day = 31
    if kept:
        memory_of(person, keep=True)
    before = everything_told(person)
    answer = person.answer(question, grade)
    if regrade is not None:
        person.grade(answer, regrade)
    if kept:
        memory_of(person, keep=True)
    assert undo_last(person.workspace).event == answer.id
    assert everything_told(person) == before
    assert memory_of(person, keep=True) == memory_of(person, keep=False) == before[0]


@settings(deadline=None, max_examples=25)
@given(_PAST, st.sampled_from(QUESTIONS), _GRADES, st.permutations(["there", "here", "back"]))
def test_what_is_undone_on_another_machine_is_undone_here(
    tmp_path_factory: pytest.TempPathFactory,
    past: list[tuple[int, str, Grade | None]],
    question: str,
    grade: Grade,
    folds: list[str],
) -> None:
    """An answer given here, carried there, taken back there, and that carried back; memory kept at any point of it."""
    here, there = Person(tmp_path_factory.mktemp("here")), Person(tmp_path_factory.mktemp("there"))
    answers = []
    for here.day, name, given_grade in past:
        answers.append(here.make_answer(name, given_grade))
    here.keep(*answers)
    here.day = there.day = 31
    before = everything_told(here)
    answer = here.answer(question, grade)
    for where in folds[:2]:
        memory_of(there if where == "there" else here, keep=True)
    there.import_from(here)
    memory_of(there, keep=folds[0] == "there")
    assert undo_last(there.workspace).event == answer.id
    assert everything_told(there) == before
    here.import_from(there)
    assert everything_told(here) == before
    assert memory_of(here, keep=True) == before[0]


def test_an_undo_that_arrives_before_its_answer_holds(tmp_path: Path) -> None:
    here, there = Person(tmp_path / "here"), Person(tmp_path / "there")
    answer = here.answer(QUESTIONS[0])
    there.take_back(answer)
    assert everything_told(there)[0] == {}
    there.import_from(here)
    assert everything_told(there)[0] == {}
    assert list_answers(there.workspace, None).total == 0


def test_undoing_one_of_two_leaves_the_other(tmp_path: Path) -> None:
    person = Person(tmp_path / "home")
    first = person.answer(QUESTIONS[0])
    alone = memory_of(person, keep=True)
    person.day = 3
    person.answer(QUESTIONS[0], Grade.AGAIN)
    assert memory_of(person, keep=True) != alone
    undo_last(person.workspace)
    assert memory_of(person, keep=True) == alone
    assert undo_last(person.workspace).event == first.id
    assert memory_of(person, keep=True) == {}
    assert replace(standing(person.workspace), commands=()).answered == 0
