"""stats: what is counted, and what is not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from llmtutor.learn.memory import remember, retrievability
from llmtutor.model import Answered, Grade, Skipped
from llmtutor.service.practice_memory import recall
from llmtutor.service.progress_stats import AHEAD, YEAR, collect_stats

from .learning_bank import QUESTIONS, START, Person

ONE, OTHER = QUESTIONS[0], QUESTIONS[3]


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "home")


def test_a_beginner_has_nothing_and_nothing_is_written(person: Person) -> None:
    view = collect_stats(person.workspace)
    assert (view.answers.total, view.answers.first, view.days, view.curve, view.calibration) == (0, None, (), (), ())
    assert (view.retention.reviews, view.retention.predicted, view.pace) == (0, None, 0)
    assert sum(day.due for day in view.forecast) == 0
    assert not person.workspace.data_dir.exists()


def test_answers_that_stand_are_counted_with_the_grades_set_last(person: Person) -> None:
    person.answer(ONE)
    person.answer(ONE, Grade.AGAIN)
    person.take_back(person.answer(ONE))
    explained = person.answer("multiplication/explain-it", None)
    person.answer("multiplication/explain-it", None)  # waits for its grade: neither right nor wrong
    person.grade(explained, Grade.HARD)
    person.day = 1
    person.answer(OTHER)
    person.answer("withdrawn/one")
    person.add(Skipped, bank="tiny", question=ONE)
    answers = collect_stats(person.workspace).answers
    assert (answers.total, answers.right, answers.questions, answers.days) == (6, 4, 4, 2)
    assert (answers.milliseconds, answers.first) == (60_000, START)


def test_what_is_dated_ahead_waits(person: Person) -> None:
    person.day = 400
    person.answer(ONE)
    person.day = 1
    assert collect_stats(person.workspace).answers.total == 0


def test_retention_holds_what_came_against_what_was_predicted(person: Person) -> None:
    first = person.answer(ONE)
    person.day = 3
    person.answer(ONE, Grade.AGAIN)
    person.answer(ONE, Grade.HARD)
    person.day = 50
    person.answer(OTHER)
    person.day = 52
    person.answer(OTHER)
    view = collect_stats(person.workspace)
    predicted = [
        retrievability(remember([first])[ONE], START + timedelta(days=3)),
        retrievability(remember([first])[ONE], START + timedelta(days=2)),
    ]
    assert (view.retention.reviews, view.retention.observed) == (2, 0.5)
    assert view.retention.predicted == pytest.approx(sum(predicted) / 2, abs=1e-4)
    assert (view.recent.reviews, view.recent.observed) == (1, 1.0)
    assert sum(part.reviews for part in view.curve) == 2


def test_the_forecast_counts_what_the_quiz_will_ask(person: Person) -> None:
    for question in QUESTIONS[:4]:
        person.answer(question)
    view = collect_stats(person.workspace)
    with person.workspace.journal(create=True) as journal:
        memories = recall(journal, person.workspace.settings, person.now, keep=False)
    assert [day.due for day in view.forecast] == [
        sum((memory.due - START).days == number for memory in memories.values()) for number in range(AHEAD)
    ]
    person.day = 20
    late = collect_stats(person.workspace).forecast
    assert (late[0].day, late[0].due, sum(day.due for day in late)) == ("2026-11-22", 4, 4)


def test_days_are_those_of_a_year(person: Person) -> None:
    person.answer(ONE)
    person.answer(ONE, Grade.AGAIN, milliseconds=5000)
    person.day = YEAR - 1
    person.answer(OTHER)
    days = collect_stats(person.workspace).days
    assert [(day.day, day.answers, day.right, day.milliseconds) for day in days] == [
        ("2026-11-02", 2, 1, 15_000),
        ("2027-11-07", 1, 1, 10_000),
    ]
    person.day = YEAR
    view = collect_stats(person.workspace)
    assert [day.day for day in view.days] == ["2027-11-07"]
    assert view.pace == 10_000


def test_the_weakest_concept_comes_first_and_one_without_a_miss_is_not_weak(person: Person) -> None:
    for question in QUESTIONS[:3]:
        person.answer(question, Grade.AGAIN)
    for question in QUESTIONS[3:]:
        person.answer(question)
    (weak,) = collect_stats(person.workspace).weakest
    assert (weak.slug, weak.answers, weak.wrong) == ("addition", 3, 3)
    person.answer(QUESTIONS[3], Grade.AGAIN)
    person.day = 30
    assert [each.slug for each in collect_stats(person.workspace).weakest] == ["addition", "multiplication"]


def test_brier_by_topic(person: Person) -> None:
    person.answer(ONE, confidence=0.9)
    person.answer(ONE, Grade.AGAIN, confidence=0.9)
    person.answer(OTHER, confidence=0.5)
    person.answer(OTHER)
    person.answer("withdrawn/one", confidence=1.0)
    person.answer("multiplication/explain-it", None, confidence=0.7)  # nobody knows yet how it went
    everything, basics = collect_stats(person.workspace).calibration
    assert (everything.topic, everything.answers) == (None, 4)
    assert (basics.topic, basics.answers) == ("basics", 3)
    assert basics.brier == pytest.approx((0.01 + 0.81 + 0.25) / 3, abs=1e-4)
    assert (basics.confidence, basics.right) == (pytest.approx(2.3 / 3, abs=1e-4), pytest.approx(2 / 3, abs=1e-4))
    said = collect_stats(person.workspace).confidences
    assert [(each.confidence, each.answers, each.right) for each in said] == [
        (0.5, 1, 1.0),
        (0.9, 2, 0.5),
        (1.0, 1, 1.0),
    ]


# --- Mistakes -------------------------------------------------------------------------------------------------------


def letters(person: Person, text: str, variant: int) -> str:
    """The letter under which a choice was shown."""
    from llmtutor.learn.variant import LETTERS, draw
    from llmtutor.model import SingleChoice

    with person.workspace.index() as index:
        question = index.question(ONE)
    assert isinstance(question.body, SingleChoice)
    texts = [question.body.choices[place].text.en for place in draw(question, variant).order]
    return LETTERS[texts.index(text)]


def wrongly(person: Person, text: str, variant: int, **details: object) -> Answered:
    chosen = letters(person, text, variant)
    return person.answer(ONE, Grade.AGAIN, response=chosen, variant=variant, **details)


def test_a_wrong_choice_is_told_with_its_reason_however_it_was_shuffled(person: Person) -> None:
    for variant in range(4):
        wrongly(person, "2 and 2", variant, misconceptions=("doubling",))
    for variant in range(2):
        wrongly(person, "1 and 1, side by side", variant)
    named, unnamed = collect_stats(person.workspace).misconceptions
    assert (named.slug, named.count, named.question, named.concept) == ("doubling", 4, ONE, "addition")
    assert named.text is not None
    assert named.why is not None
    assert (named.text.en, named.why.zh) == ("2 and 2", "得 4。")
    assert (unnamed.slug, unnamed.count) == (None, 2)
    assert unnamed.text is not None
    assert unnamed.text.en == "1 and 1, side by side"


def test_a_trap_is_told_with_what_was_answered(person: Person) -> None:
    for _ in range(2):
        person.answer(QUESTIONS[1], Grade.AGAIN, response="10", misconceptions=("multiplying",))
    (mistake,) = collect_stats(person.workspace).misconceptions
    assert mistake.text is not None
    assert mistake.why is not None
    assert (mistake.slug, mistake.text.en, mistake.why.en) == ("multiplying", "10", "That multiplies.")


def test_once_is_no_habit_and_neither_is_what_was_taken_back(person: Person) -> None:
    wrongly(person, "2 and 2", 1, misconceptions=("doubling",))
    person.take_back(wrongly(person, "2 and 2", 2, misconceptions=("doubling",)))
    assert collect_stats(person.workspace).misconceptions == ()


def test_of_a_question_edited_since_only_the_name_is_told(person: Person) -> None:
    for question in (ONE, ONE, "withdrawn/one", "withdrawn/one"):
        slug = "doubling" if question == ONE else "gone"
        person.answer(question, Grade.AGAIN, digest="another", misconceptions=(slug,))
        person.answer(question, Grade.AGAIN, digest="another")
    told = collect_stats(person.workspace).misconceptions
    assert {(each.slug, each.count, each.text, each.why) for each in told} == {
        ("doubling", 2, None, None),
        ("gone", 2, None, None),
    }


def test_what_names_no_choice_is_passed_over(person: Person) -> None:
    for _ in range(2):
        person.answer(ONE, Grade.AGAIN, response="§")
    assert collect_stats(person.workspace).misconceptions == ()
