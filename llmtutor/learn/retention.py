"""Whether predictions came true: recall beside what FSRS foretold, confidence beside what came of it. Pure sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from ..model import Grade
from .memory import DECAY, Step, retrievability

BOUNDS = (0.0, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Where predictions are parted, so that each part can be held against what came of it."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A prediction, 0 to 1, and whether it came true, at `at`."""

    at: datetime
    predicted: float
    right: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Outcomes summed up; the means are None where there was none. `brier` is the mean squared error, 0 at best."""

    count: int
    predicted: float | None
    observed: float | None
    brier: float | None


def reviews_of(traces: Mapping[str, Sequence[Step]], *, decay: float = DECAY) -> list[Outcome]:
    """Every review a day or more after the one before, with the recall that was predicted for it, in order of time.

    A second answer of the same day says nothing about memory, nor does a first one.
    """
    found = [
        Outcome(
            after.memory.last_review,
            retrievability(before.memory, after.memory.last_review, decay=decay),
            after.grade > Grade.AGAIN,
        )
        for steps in traces.values()
        for before, after in pairwise(steps)
        if after.memory.last_review - before.memory.last_review >= _DAY
    ]
    return sorted(found, key=lambda outcome: outcome.at)


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """The means of `outcomes`."""
    outcomes = list(outcomes)
    count = len(outcomes)
    if not count:
        return Tally(0, None, None, None)
    return Tally(
        count,
        sum(each.predicted for each in outcomes) / count,
        sum(each.right for each in outcomes) / count,
        sum((each.predicted - each.right) ** 2 for each in outcomes) / count,
    )


def part(outcomes: Sequence[Outcome]) -> list[tuple[float, float, Tally]]:
    """The tally between each two of `BOUNDS`, where there is something to tell; certainty belongs to the last part."""
    last = BOUNDS[-1]
    parts = [
        (low, high, [each for each in outcomes if low <= each.predicted < high or each.predicted == high == last])
        for low, high in pairwise(BOUNDS)
    ]
    return [(low, high, tally(inside)) for low, high, inside in parts if inside]
