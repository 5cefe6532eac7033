from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.learn.memory import retrievability, trace
from llmtutor.learn.retention import BOUNDS, Outcome, part, reviews_of, tally
from llmtutor.model import Answered, Grade

START = datetime(2026, 11, 1, 8, tzinfo=UTC)


def answered(number: int, days: float, grade: Grade, question: str = "a/1") -> Answered:
    return Answered(
        id=f"{number}",
        device="d",
        at=START + timedelta(days=days),
        session="s",
        bank="b",
        question=question,
        digest="",
        variant=0,
        response="",
        right=None,
        score=None,
        grade=grade,
    )


def test_a_review_is_held_against_what_was_predicted_just_before_it() -> None:
    events = [
        answered(1, 0, Grade.GOOD),
        answered(2, 5, Grade.AGAIN),
        answered(3, 5.01, Grade.HARD),  # the same day: says nothing
        answered(4, 9, Grade.HARD),
        answered(5, 2, Grade.GOOD, "b/1"),  # a first answer: nothing was predicted
    ]
    traces = trace(events)
    reviews = reviews_of(traces)
    assert [(review.at, review.right) for review in reviews] == [
        (START + timedelta(days=5), False),
        (START + timedelta(days=9), True),
    ]
    steps = traces["a/1"]
    assert reviews[0].predicted == retrievability(steps[0].memory, START + timedelta(days=5))
    assert reviews[1].predicted == retrievability(steps[2].memory, START + timedelta(days=9))


def outcome(predicted: float, right: bool) -> Outcome:
    return Outcome(START, predicted, right)


def test_sums() -> None:
    sums = tally([outcome(0.9, True), outcome(0.7, False)])
    assert (sums.count, sums.predicted, sums.observed) == (2, pytest.approx(0.8), 0.5)
    assert sums.brier == pytest.approx((0.1**2 + 0.7**2) / 2)
    assert (tally([]).predicted, tally([]).observed, tally([]).brier) == (None, None, None)


def test_who_says_half_every_time_has_a_quarter() -> None:
    assert tally([outcome(0.5, right) for right in (True, False, True, True)]).brier == 0.25
    assert tally([outcome(1.0, True), outcome(0.0, False)]).brier == 0


@given(st.lists(st.builds(outcome, st.floats(0, 1), st.booleans())))
def test_every_outcome_is_in_one_part(outcomes: list[Outcome]) -> None:
    parts = part(outcomes)
    assert sum(sums.count for _, _, sums in parts) == len(outcomes)
    for low, high, sums in parts:
        assert low in BOUNDS
        assert sums.predicted is not None
        assert low - 1e-9 <= sums.predicted <= high + 1e-9
