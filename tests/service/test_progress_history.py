"""history: answers one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtutor.model import Grade, Response
from llmtutor.service.progress_history import list_answers, write_response

from .learning_bank import QUESTIONS, Person

ONE, OTHER = QUESTIONS[0], QUESTIONS[3]


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "home")


def test_nothing_yet_and_nothing_is_written(person: Person) -> None:
    view = list_answers(person.workspace, 5)
    assert (view.total, view.answers) == (0, ())
    assert not person.workspace.data_dir.exists()


def test_newest_first_each_as_it_was_given(person: Person) -> None:
    person.answer(ONE, Grade.AGAIN, response=["A", "C"], hints=1, attempt=2, confidence=0.75)
    person.day = 1
    person.take_back(person.answer(ONE))
    explained = person.answer("multiplication/explain-it", None, response="groups")
    person.grade(explained, Grade.GOOD)
    person.grade(explained, Grade.HARD)
    person.day = 2
    person.answer("withdrawn/one")
    view = list_answers(person.workspace, None)
    assert view.total == 3
    gone, open_answer, first = view.answers
    assert (gone.question, gone.name, gone.topic, gone.level, gone.kind) == ("withdrawn/one", None, None, None, None)
    assert (open_answer.right, open_answer.grade, open_answer.kind) == (True, Grade.HARD, "open")
    assert (first.response, first.hints, first.attempt, first.confidence) == ("A; C", 1, 2, 0.75)
    assert (first.right, first.topic, first.level) == (False, "basics", 1)
    assert list_answers(person.workspace, 2).answers == view.answers[:2]


def test_an_answer_dated_ahead_is_history_too(person: Person) -> None:
    person.day = 30
    person.answer(ONE)
    person.day = 0
    person.answer(OTHER)
    assert [answer.question for answer in list_answers(person.workspace, 9).answers] == [ONE, OTHER]


@pytest.mark.parametrize(
    ("response", "written"),
    [("B", "B"), (True, "true"), (3, "3"), (0.5, "0.5"), (["one", "two"], "one; two"), ({"1": "B", "2": "A"}, "1B 2A")],
)
def test_a_response_as_one_would_type_it(response: Response, written: str) -> None:
    assert write_response(response) == written
