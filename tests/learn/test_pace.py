from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.learn.pace import LONGEST, USUAL, Pace, fit, measure
from llmtutor.model import Answered, Grade, Kind

START = datetime(2026, 11, 1, 8, tzinfo=UTC)


def took(
    seconds: float,
    question: str = "a/1",
    *,
    at: float = 0,
    session: str = "s",
    grade: Grade | None = Grade.GOOD,
    attempt: int = 1,
) -> Answered:
    """An answer that took so many seconds, given `at` seconds after the start."""
    return Answered(
        id=f"{session}-{at}-{question}",
        device="d",
        at=START + timedelta(seconds=at),
        session=session,
        bank="b",
        question=question,
        digest="",
        variant=0,
        response="",
        right=True,
        score=1.0,
        grade=grade,
        attempt=attempt,
        milliseconds=round(seconds * 1000),
    )


def test_every_kind_has_a_usual_time() -> None:
    assert USUAL.keys() == set(Kind)
    assert Pace().expect("a/1", "open") > Pace().expect("a/1", "true-false") > USUAL["true-false"]


def test_the_own_median_of_a_question_comes_first_then_that_of_its_kind() -> None:
    kinds = {"a/1": "numeric", "a/2": "numeric", "a/3": "cloze"}
    answers = [took(s, "a/1", session=f"{s}") for s in (10, 20, 300)] + [took(40, "a/2"), took(7, "a/3")]
    pace = measure(answers, kinds)
    assert pace.by_question == {"a/1": 20_000}
    assert pace.by_kind == {"numeric": 30_000}
    free = Pace(pace.by_question, pace.by_kind, reading=0, misses=0)
    assert free.expect("a/1", "numeric") == 20_000
    assert free.expect("a/2", "numeric") == 30_000
    assert free.expect("a/3", "cloze") == USUAL["cloze"]


def test_a_break_for_tea_is_no_time_to_answer_and_neither_is_none() -> None:
    assert measure([took(0), took(0), took(LONGEST), took(LONGEST)], {"a/1": "open"}).by_question == {}


def test_reading_is_what_lies_between_the_answers_of_a_session() -> None:
    answers = [took(10, f"a/{n}", at=30 * n) for n in range(5)] + [took(10, "a/9", at=35, session="other")]
    assert measure(answers, {}).reading == 20_000
    assert measure(answers[:2], {}).reading == Pace().reading


def test_misses_cost_a_return() -> None:
    answers = [took(10, at=n, grade=Grade.AGAIN if n < 5 else Grade.GOOD) for n in range(10)]
    again = [took(10, at=20 + n, grade=Grade.AGAIN, attempt=2) for n in range(5)]
    assert measure(answers + again, {}).misses == 0.5
    assert measure(answers[:9], {}).misses == Pace().misses
    assert Pace(misses=0.5).expect("a/1", "open") == 1.5 * Pace(misses=0).expect("a/1", "open")


@pytest.mark.parametrize(
    ("expected", "budget", "count"),
    [([], 10, 0), ([20], 10, 1), ([4, 4, 4], 10, 2), ([5, 5, 1], 10, 2), ([5, 5], 10, 2), ([20, 1], 10, 1)],
)
def test_as_many_as_fit_and_one_at_least(expected: list[float], budget: float, count: int) -> None:
    assert fit(expected, budget) == count


@given(st.lists(st.floats(1, 1e6), max_size=20), st.floats(1, 1e7))
def test_what_fits_fits_and_the_next_one_would_not(expected: list[float], budget: float) -> None:
    count = fit(expected, budget)
    assert count <= 1 or sum(expected[:count]) <= budget * (1 + 1e-9)
    assert count == len(expected) or sum(expected[: count + 1]) > budget * (1 - 1e-9)
