"""How well any test of 25 questions could place: Bayes' rule for who knows how the learners of `placement` came about.

The test is given the very process by which a kind of learner was drawn, slips and guesses included, and chooses its
questions as `learn.placement` does. Nobody has such a test: it says how much of what is placed wrong lies in the kind.

A set is a function of uniform random numbers: one for the learner, one for each concept or topic. The belief is a
sample of these numbers, drawn again when few of them explain the answers, and then moved: some of the numbers are drawn
anew, which is taken or not by how well the answers are explained (Metropolis and Hastings).
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]

SETS = 20_000
MOVED = 3000
_MOVES = (0.02, 0.3, 0.08, 0.02, 0.1, 0.04) * 2  # the share of the numbers drawn anew


class Ceiling:
    """The test for one kind of learners on one graph; concepts are numbers, sets rows of booleans."""

    def __init__(
        self,
        kind: str,
        topics: Mapping[str, str],
        requires: Mapping[str, Sequence[str]],
        levels: Mapping[str, int],
        guesses: Mapping[str, float],
    ) -> None:
        self.kind = kind
        self.names = list(topics)
        place = {name: number for number, name in enumerate(self.names)}
        self.needs = [[place[each] for each in requires[name] if each in place] for name in self.names]
        self.levels = np.array([levels[name] for name in self.names])
        self.guesses = np.array([guesses.get(name, np.nan) for name in self.names])
        rows: dict[str, list[str]] = {}
        for name, topic in topics.items():
            rows.setdefault(topic, []).append(name)
        self.topic = np.array([list(rows).index(topic) for topic in topics.values()])
        self.position = np.array([rows[topic].index(name) for name, topic in topics.items()])
        self.size = np.array([len(rows[topic]) for topic in topics.values()])
        self.width = len(rows) if kind == "topics" else len(self.names)

    def sets(self, learner: Numbers, each: Numbers) -> Numbers:
        """What is known, by the random number of the learner and those of the concepts or topics."""
        match self.kind:
            case "orders":  # the next of those that are ready is any of them: as if each took its time, without memory
                return _first(self._wait(each), np.floor(learner * (len(self.names) + 1)))
            case "seeds":
                known = _first(each, np.rint(learner**2 * len(self.names))).T
                for number in reversed(range(len(known))):
                    for needed in self.needs[number]:
                        known[needed] |= known[number]
                return known.T
            case "topics":
                depth = np.array([0.0, 0.3, 0.7, 1.0])[np.floor(each * 4).astype(int)][:, self.topic]
                return self._close(self.position < np.rint(depth * self.size))
            case _:
                return self._close((self.levels <= np.floor(learner * 6)[:, None]) & (each >= 1 / 8))

    def _wait(self, each: Numbers) -> Numbers:
        times = -np.log1p(-each).T
        for number, needed in enumerate(self.needs):
            if needed:
                times[number] += times[needed].max(axis=0)
        return times.T

    def _close(self, known: Numbers) -> Numbers:
        known = known.T.copy()
        for number, needed in enumerate(self.needs):
            for other in needed:
                known[number] &= known[other]
        return known.T

    def take(self, knows: set[str], slip: float, questions: int, rng: random.Random) -> float:
        """The share of the concepts placed right."""
        numbers = np.random.default_rng(rng.getrandbits(32))
        learner: Numbers = numbers.random(SETS)
        each: Numbers = numbers.random((SETS, self.width))
        sets: Numbers = self.sets(learner, each)
        weights: Numbers = np.ones(SETS)
        told: list[tuple[int, float, float]] = []
        for _ in range(questions):
            asked = self._choose(sets, weights / weights.sum(), slip)
            guess = self.guesses[asked]
            right = rng.random() < (1 - slip if self.names[asked] in knows else guess)
            told.append((asked, *((1 - slip, guess) if right else (slip, 1 - guess))))
            weights = weights * _explain(sets, told[-1:])
            if weights.sum() ** 2 / (weights**2).sum() < 0.6 * MOVED:
                drawn = numbers.choice(len(weights), MOVED, p=weights / weights.sum())
                learner, each, sets, weights = learner[drawn], each[drawn], sets[drawn], np.ones(MOVED)
                for share in _MOVES:
                    change = self._change(learner, each, share, numbers)
                    moved = self.sets(*change)
                    better = numbers.random(MOVED) * _explain(sets, told) < _explain(moved, told)
                    learner = np.where(better, change[0], learner)
                    each = np.where(better[:, None], change[1], each)
                    sets = np.where(better[:, None], moved, sets)
        placed = weights @ sets >= weights.sum() / 2
        return float(np.mean(placed == np.array([name in knows for name in self.names])))

    def _change(
        self, learner: Numbers, each: Numbers, share: float, numbers: np.random.Generator
    ) -> tuple[Numbers, Numbers]:
        """Other random numbers, as likely before any answer: a step to the side for some learners, anew for others."""
        aside = np.abs(learner + numbers.normal(0, share, len(learner))) % 2
        aside = np.minimum(np.minimum(aside, 2 - aside), 1 - 1e-9)
        anew = numbers.random(each.shape) < max(share, 1 / self.width)
        return (
            np.where(numbers.random(len(learner)) < 0.8, aside, numbers.random(len(learner))),
            np.where(anew, numbers.random(each.shape), each),
        )

    def _choose(self, sets: Numbers, weights: Numbers, slip: float) -> int:
        """The concept that is expected to leave the least doubt p (1 - p), summed over all concepts."""
        members = sets.astype(np.float32)
        both = (members * weights[:, None].astype(np.float32)).T @ members
        known = both.diagonal()
        guesses = self.guesses[:, None]
        right = (known * (1 - slip) + (1 - known) * self.guesses)[:, None]
        if_right = both * (1 - slip) + (known - both) * guesses
        if_wrong = known - if_right
        left = if_right * (1 - if_right / right) + if_wrong * (1 - if_wrong / (1 - right))
        return int(np.nanargmin(left.sum(axis=1)))


def _first(marks: Numbers, counts: Numbers) -> Numbers:
    """In each row as many as its count says, those with the lowest marks."""
    ranked = np.concatenate([np.full((len(marks), 1), -1.0), np.sort(marks, axis=1)], axis=1)
    last = ranked[np.arange(len(marks)), counts.astype(int)]
    first: Numbers = marks <= last[:, None]
    return first


def _explain(sets: Numbers, told: Sequence[tuple[int, float, float]]) -> Numbers:
    """How likely each set makes the answers: the concept asked, and the chance with and without it."""
    chances: Numbers = np.ones(len(sets))
    for asked, if_known, if_not in told:
        chances = chances * np.where(sets[:, asked], if_known, if_not)
    return chances
