"""What the settings change of what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtutor.model import Grade
from llmtutor.service.practice_choice import choose
from llmtutor.service.practice_state import Wanted
from llmtutor.service.progress import standing
from llmtutor.service.progress_stats import collect_stats
from llmtutor.service.settings import change_setting
from llmtutor.views.practice import NothingView
from llmtutor.workspace import Workspace

from .learning_bank import QUESTIONS, Person


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "home")


def asked(person: Person, wanted: Wanted, **chosen: str) -> list[str]:
    """The questions of a quiz at this moment, with these settings."""
    for key, words in chosen.items():
        change_setting(person.workspace, key, words)
    person.workspace = Workspace(person.workspace.environ, clock=lambda: person.now)
    with person.workspace.index() as index, person.workspace.journal(create=True) as journal:
        drawn = choose(index, journal, person.workspace.settings, wanted, at=person.now, seed=1, keep=True)
    return [] if isinstance(drawn, NothingView) else [each.question for each in drawn]


def test_credit_puts_off_what_an_advanced_answer_contains_unless_it_is_off(person: Person) -> None:
    addition, multiplication = QUESTIONS[0], QUESTIONS[3]
    person.answer(addition)
    person.day = 1.5
    person.answer(multiplication, Grade.EASY)
    person.day = 2.2
    assert asked(person, Wanted(due=True)) == []
    assert standing(person.workspace).due == 0
    assert asked(person, Wanted(due=True), credit="off") == [addition]
    assert standing(person.workspace).due == 1
    assert collect_stats(person.workspace).forecast[0].due == 1


def test_who_wants_to_remember_more_is_asked_sooner(person: Person) -> None:
    person.answer(QUESTIONS[0], Grade.EASY)
    person.day = 3.5
    assert asked(person, Wanted(due=True)) == []
    assert asked(person, Wanted(due=True), desired_retention="0.97") == [QUESTIONS[0]]
    assert asked(person, Wanted(due=True), desired_retention="0.7") == []


def test_what_was_answered_today_counts_for_the_limits_of_the_day(person: Person) -> None:
    assert len(asked(person, Wanted(), new_per_day="2")) == 2
    person.answer(QUESTIONS[0])
    assert len(asked(person, Wanted())) == 1
    person.answer(QUESTIONS[1])
    person.answer(QUESTIONS[1], Grade.AGAIN)  # the same question again is no other one
    assert asked(person, Wanted()) == []
    person.day = 1
    assert len(asked(person, Wanted(new=True), new_per_day="1")) == 1
    person.day = 9
    assert len(asked(person, Wanted(due=True), due_per_day="1")) == 1
    person.answer(asked(person, Wanted(due=True))[0])
    assert asked(person, Wanted(due=True)) == []
    assert len(asked(person, Wanted(due=True), due_per_day="2")) == 1
