"""Fitting the weights of FSRS-6 to one learner's answers, and telling honestly whether that helps.

The fit is that of fsrs-rs, an optional library; it is imported when there is something to fit, and nowhere else. What it
returns is not trusted by itself, because with few reviews it follows chance:

* The last part of the reviews is held out. The weights never see it, and what is shown is how well they foretell it.
* Before that, the part that is learned from is walked through in three steps, each fitted on what came before it. Only
  if the fitted weights, or those halfway to them, foretold the steps better than the weights in use by more than CLEAR
  standard errors, they are offered.
* Below NEEDED reviews even that is mostly chance, and nothing is fitted. The figures: `tests/bench/tuning.md`.

A review is an answer a day or more after the one before to the same question; others say nothing about forgetting.
Measured is log loss: the mean of -log of the probability that was given to what came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.util import find_spec
from itertools import pairwise
from math import log, sqrt

from ..model import Grade
from .memory import Review, default_weights, recall_probabilities, weight_bounds

NEEDED = 1500
"""Reviews from which fitting helps more often than chance: see `tests/bench/tuning.md`."""

HELD_OUT = 0.2
CLEAR = 2.0

_STEPS = (0.4, 0.6, 0.8, 1.0)
_SHARES = (0.5, 1.0)  # how far to go from the weights in use to the fitted ones
_DAY = timedelta(days=1)
_CERTAIN = 1e-6

Weights = tuple[float, ...]
Reviews = Mapping[str, Sequence[Review]]


@dataclass(frozen=True, slots=True)
class Tuning:
    """`before` and `after` are log losses over the `tested` reviews held out, of the weights in use and of `weights`.

    `weights` is None where none were clearly better on the `learned` ones; then `after` is None too.
    """

    learned: int
    tested: int
    before: float
    after: float | None
    weights: Weights | None


def can_fit() -> bool:
    """Whether the library that fits is installed."""
    return find_spec("fsrs_rs_python") is not None


def count_reviews(reviews: Reviews) -> int:
    """The answers that say something about forgetting."""
    return len(_moments(reviews))


def tune(reviews: Reviews, in_use: Sequence[float] | None = None) -> Tuning:
    """Weights fitted to all but the tail of `reviews`, if they are better than those in use, and how both do on it.

    `in_use` None are the defaults. Raises ImportError where the library is not there, ValueError without reviews.
    """
    moments = _moments(reviews)
    if not moments:
        raise ValueError("there is nothing to fit to")
    cut = moments[max(0, int(len(moments) * (1 - HELD_OUT)) - 1)]
    current = default_weights() if in_use is None else tuple(in_use)
    weights = _fit_if_clear(reviews, [moment for moment in moments if moment <= cut], current)
    before = _losses(reviews, current, cut, moments[-1])
    after = None if weights is None else _mean(_losses(reviews, weights, cut, moments[-1]))
    return Tuning(len(moments) - len(before), len(before), _mean(before), after, weights)


def _fit_if_clear(reviews: Reviews, moments: Sequence[datetime], current: Weights) -> Weights | None:
    """Weights that foretold every step from the one before clearly better than the current ones; else None."""
    cuts = [moments[max(0, int(len(moments) * share) - 1)] for share in _STEPS]
    gains: dict[float, list[float]] = {share: [] for share in _SHARES}
    for start, end in pairwise(cuts):
        fitted = _fit(reviews, start)
        plain = _losses(reviews, current, start, end)
        for share, gained in gains.items():
            other = _losses(reviews, _between(current, fitted, share), start, end)
            gained += [loss - less for loss, less in zip(plain, other, strict=True)]
    clearest, share = max((_clearness(gained), share) for share, gained in gains.items())
    return _between(current, _fit(reviews, cuts[-1]), share) if clearest >= CLEAR else None


def _fit(reviews: Reviews, until: datetime) -> Weights:
    """What fsrs-rs makes of the reviews up to `until`, inside the bounds of the weights."""
    from fsrs_rs_python import FSRS, FSRSItem, FSRSReview

    items: list[tuple[datetime, int, FSRSItem]] = []
    for number, question in enumerate(sorted(reviews)):
        history: list[FSRSReview] = []
        before: datetime | None = None
        for at, _, grade in reviews[question]:
            if at > until:
                break
            days = 0 if before is None else (at - before).days
            history.append(FSRSReview(int(grade), max(days, 0)))
            if days > 0:
                items.append((at, number, FSRSItem(list(history))))
            before = at
    items.sort(key=lambda item: item[:2])
    fitted = FSRS(list(default_weights())).compute_parameters([each for _, _, each in items], [n for _, n, _ in items])
    return tuple(min(max(weight, low), high) for weight, (low, high) in zip(fitted, weight_bounds(), strict=True))


def _moments(reviews: Reviews) -> list[datetime]:
    """When each review that tells was given, in order."""
    return sorted(
        after[0] for each in reviews.values() for before, after in pairwise(each) if after[0] - before[0] >= _DAY
    )


def _losses(reviews: Reviews, weights: Weights, after: datetime, until: datetime) -> list[float]:
    """The log loss of every review that tells in (after, until], question by question."""
    losses: list[float] = []
    for question in sorted(reviews):
        for (at, _, grade), likely in recall_probabilities(reviews[question], weights):
            if after < at <= until:
                certain = min(max(likely, _CERTAIN), 1 - _CERTAIN)
                losses.append(-log(certain if grade > Grade.AGAIN else 1 - certain))
    return losses


def _between(current: Weights, fitted: Weights, share: float) -> Weights:
    return tuple(round(old + (new - old) * share, 4) for old, new in zip(current, fitted, strict=True))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _clearness(gains: Sequence[float]) -> float:
    """How many standard errors the mean gain is above nothing."""
    if len(gains) < 2:
        return 0.0
    mean = _mean(gains)
    variance = sum((gain - mean) ** 2 for gain in gains) / (len(gains) - 1)
    return mean / sqrt(variance / len(gains)) if variance else 0.0
