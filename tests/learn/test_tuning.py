"""Fitting the weights: only what helps is offered, and what is shown was not learned from."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from llmtutor.learn.memory import Review, default_weights, recall_probabilities, remember, retrievability, weight_bounds
from llmtutor.learn.tuning import HELD_OUT, NEEDED, count_reviews, tune
from llmtutor.model import Answered, Grade
from llmtutor.workspace.settings import WEIGHT_BOUNDS
from tests.bench.tuning import simulate

START = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
FORGETFUL = tuple(weight * (0.2 if place < 4 else 1) for place, weight in enumerate(default_weights()))


@cache
def journal(forgetful: bool) -> dict[str, list[Review]]:
    return simulate(FORGETFUL if forgetful else default_weights(), NEEDED, random.Random(1))


def test_a_learner_who_forgets_faster_gets_weights_that_foretell_better() -> None:
    tuning = tune(journal(True))
    assert tuning.weights is not None
    assert tuning.after is not None
    assert tuning.after < tuning.before
    assert all(low <= weight <= high for weight, (low, high) in zip(tuning.weights, weight_bounds(), strict=True))
    assert tuning.weights[2] < default_weights()[2]


def test_a_learner_like_the_defaults_keeps_them() -> None:
    tuning = tune(journal(False))
    assert (tuning.weights, tuning.after) == (None, None)


def test_the_same_reviews_give_the_same_weights() -> None:
    assert tune(journal(True)) == tune(journal(True))


def test_what_is_shown_was_not_learned_from() -> None:
    """Turning every answer of the tail around changes what is shown, never the weights."""
    reviews = journal(True)
    count = count_reviews(reviews)
    told = sorted(
        (after[0], question, place)
        for question, each in reviews.items()
        for place, (before, after) in enumerate(pairwise(each), 1)
        if after[0] - before[0] >= DAY
    )
    tail = set(told[int(count * (1 - HELD_OUT)) :])
    turned = {
        question: [
            (at, key, Grade.AGAIN if (at, question, place) in tail and grade > Grade.AGAIN else grade)
            for place, (at, key, grade) in enumerate(each)
        ]
        for question, each in reviews.items()
    }
    plain, other = tune(reviews), tune(turned)
    assert plain.tested == other.tested == len(tail)
    assert plain.learned + plain.tested == count
    assert plain.weights == other.weights
    assert other.before > plain.before


def test_weights_in_use_are_what_is_compared_with() -> None:
    fitted = tune(journal(True)).weights
    again = tune(journal(True), fitted)
    assert again.before == tune(journal(True)).after
    assert again.weights is None or again.after is not None


def test_without_reviews_there_is_nothing_to_fit_to() -> None:
    assert count_reviews({"a/q": [(START, "1", Grade.GOOD), (START + DAY / 2, "2", Grade.GOOD)]}) == 0
    with pytest.raises(ValueError, match="nothing to fit"):
        tune({})


def test_foretold_is_what_the_program_would_have_said() -> None:
    events = [
        Answered(
            id=f"e{day}", device="d", at=START + day * DAY, session="s", bank="b", question="c/q", digest="", variant=0,
            response="A", right=True, score=1.0, grade=Grade.GOOD,
        )
        for day in (0, 3, 10)
    ]  # fmt: skip
    reviews = [(event.at, event.id, Grade.GOOD) for event in events]
    foretold = [likely for _, likely in recall_probabilities(reviews)]
    for number, likely in enumerate(foretold, 1):
        (memory,) = remember(events[:number]).values()
        assert likely == retrievability(memory, events[number].at)


def test_the_settings_know_the_bounds_of_the_scheduler() -> None:
    assert list(WEIGHT_BOUNDS) == weight_bounds()
