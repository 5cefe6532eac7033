"""path and map: what comes first, and what is known of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtutor.errors import NotFound
from llmtutor.service.learning_path import draw_map, find_path

from .learning_bank import QUESTIONS, Person


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "home")


def test_prerequisites_come_first_and_the_concept_last(person: Person) -> None:
    view = find_path(person.workspace, "乘法")
    assert (view.concept, [step.slug for step in view.steps]) == ("multiplication", ["addition", "multiplication"])
    assert (view.known, view.next) == (0, ("addition",))
    assert [(step.stage, step.ready) for step in view.steps] == [("new", True), ("new", False)]
    assert not person.workspace.data_dir.exists()


def test_what_is_known_opens_what_builds_on_it(person: Person) -> None:
    person.answer(QUESTIONS[0])
    begun, _ = find_path(person.workspace, "multiplication").steps
    assert (begun.stage, begun.seen, begun.known, begun.questions) == ("begun", 1, 1, 3)
    person.answer(QUESTIONS[1])
    view = find_path(person.workspace, "multiplication")
    known, target = view.steps
    assert (known.stage, target.stage, target.ready) == ("known", "new", True)
    assert (view.known, view.next) == (1, ("multiplication",))
    assert 0 < known.score < 1
    person.day = 400
    assert find_path(person.workspace, "multiplication").next == ("addition",)


def test_a_concept_that_builds_on_nothing_is_its_own_path(person: Person) -> None:
    assert [step.slug for step in find_path(person.workspace, "addition").steps] == ["addition"]


def test_the_map_holds_every_concept_by_topic(person: Person) -> None:
    for question in QUESTIONS[:3]:
        person.answer(question)
    view = draw_map(person.workspace)
    assert [(topic.slug, [concept.slug for concept in topic.concepts]) for topic in view.topics] == [
        ("basics", ["addition", "multiplication"])
    ]
    assert (view.concepts, view.known) == (2, 1)
    assert draw_map(person.workspace, "basics") == view


def test_what_is_not_there_is_refused(person: Person) -> None:
    with pytest.raises(NotFound):
        find_path(person.workspace, "nothing-like-it")
    with pytest.raises(NotFound):
        draw_map(person.workspace, "nothing")
