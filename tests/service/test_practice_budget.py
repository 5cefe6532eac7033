"""A quiz for the time there is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from llmtutor.cli.practice import read_budget
from llmtutor.errors import Usage
from llmtutor.learn.pace import Pace
from llmtutor.learn.pick import Pick
from llmtutor.model import Text
from llmtutor.service.practice_acts import Answer, Next, Skip
from llmtutor.service.practice_budget import pick_within
from llmtutor.service.practice_choice import choose
from llmtutor.service.practice_state import Wanted, read_state, write_state
from llmtutor.store.rows import QuestionEntry
from llmtutor.views.practice import NothingView, QuestionView, SummaryView, VerdictView

from .learning_bank import QUESTIONS, Person
from .practice_bank import START, Learner

ROWS = [
    QuestionEntry(f"a/{number}", "open" if number % 2 else "cloze", "a", "t", 1, (), (), Text("p", "p"), "", "b")
    for number in range(50)
]
PACE = Pace(by_kind={"open": 50_000, "cloze": 10_000}, reading=0, misses=0)


def first(count: int) -> tuple[Pick, ...]:
    return tuple(Pick(row.id, Text("w", "w")) for row in ROWS[:count])


@pytest.mark.parametrize(
    ("budget", "most", "count"),
    [(60, 1000, 2), (69, 1000, 2), (70, 1000, 3), (600, 1000, 20), (600, 5, 5), (1, 1000, 1), (10**6, 1000, 50)],
)
def test_as_many_as_fit_by_the_own_pace(budget: int, most: int, count: int) -> None:
    assert pick_within(budget, most, ROWS, PACE, first) == first(count)


def test_where_there_is_nothing_to_pick_nothing_is_picked() -> None:
    assert pick_within(600, 1000, ROWS, PACE, lambda count: ()) == ()


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "home")


def drawn(person: Person, budget: int) -> int:
    with person.workspace.index() as index, person.workspace.journal(create=True) as journal:
        wanted = Wanted(topic="basics", count=1000, budget=budget)
        found = choose(index, journal, person.workspace.settings, wanted, at=person.now, seed=1, keep=False)
    assert not isinstance(found, NothingView)
    return len(found)


def test_a_slow_learner_gets_fewer(person: Person) -> None:
    usual = drawn(person, 180)
    for question in QUESTIONS:
        for _ in range(3):
            person.answer(question, milliseconds=100_000)
    person.day = 20  # all of it is due
    assert 1 <= drawn(person, 180) < usual


def sit(budget: int | None) -> Learner:
    """A minute passes with every act."""
    learner = Learner("a/truth", "c/numeric", "b/multiple", "d/output")
    learner.state = replace(learner.state, wanted=Wanted(count=4, budget=budget))
    return learner


def test_when_the_time_is_used_up_nothing_more_is_asked() -> None:
    learner = sit(170)
    (verdict,) = learner.do(Answer(False))
    assert isinstance(verdict, VerdictView)
    assert verdict.returns
    (question,) = learner.do(Next())
    assert isinstance(question, QuestionView)
    (verdict,) = learner.do(Answer(1))
    assert isinstance(verdict, VerdictView)
    assert not verdict.returns
    (summary,) = learner.do(Next())
    assert isinstance(summary, SummaryView)
    assert (summary.finished, summary.asked) == (True, 2)
    assert learner.ended


def test_without_a_budget_a_slow_quiz_goes_on() -> None:
    learner = sit(None)
    learner.do(Answer(False))
    learner.do(Next())
    learner.do(Skip())
    assert not learner.ended


def test_the_time_of_a_quiz_that_was_cut_off_counts() -> None:
    state = sit(100).state
    again = read_state(write_state(state, START, 99.0), 1000.0)
    assert again is not None
    assert again.state.wanted.budget == 100
    assert [again.state.is_over(1000.0), again.state.is_over(1000.9), again.state.is_over(1001.0)] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("10m", 600), ("10", 600), ("90s", 90), ("1h", 3600), ("1h30m", 5400), ("1.5m", 90), ("5 min", 300), ("10M", 600)],
)
def test_times_as_people_write_them(text: str, seconds: int) -> None:
    assert read_budget(text) == seconds


@pytest.mark.parametrize("text", ["", "soon", "-5m", "0", "0.5s", "25h", "1h30", "m", "5mm", "9" * 400, "٣m"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Usage):
        read_budget(text)
