"""Where a learner stands before the first lesson: what a few answers say about every concept of the graph.

What somebody knows is a set of concepts with everything that these build on (a knowledge space, Doignon and Falmagne
1985). The belief over all such sets follows from the answers by Bayes' rule, with slips and guesses:

* Before any answer, one of two ways of learning led there, either as likely. Upwards: a concept whose prerequisites are
  known is known itself with some probability. Downwards: what one needs is learned with all that it builds on, so that
  a concept of whose dependents none is known is unknown itself with some probability. The second is the first seen
  upside down.
* That probability is unknown too: one for the learner as a whole, from next to nothing to next to all, and each topic
  somewhat above or below it. Every two steps along the way make the next a little harder.
* A right answer comes with 1 - SLIP from who knows the concept, with the chance of a guess from who does not.

There are too many sets to go through, so the belief is a sample of them: a particle filter, moved by Gibbs sampling.
The same answers in the same order give the same sample. The next question is the one that is expected to leave the
least doubt, summed over all concepts. Nothing here asks, writes or draws a question: it says what to ask about, and
when it is enough. How well it places simulated learners: `tests/bench/placement.md`.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from math import exp, log

from .knowledge_space import HARDEST, Space, Way
from .placed import MOST_QUESTIONS

SLIP = 0.08
"""How often who knows a concept answers a question about it wrongly."""

KNOWN_FROM = 0.5
"""From which probability a concept is placed as known."""

SURE = 0.004
"""The mean doubt p (1 - p) of a concept at which nothing more is asked."""

PARTICLES = 500
_FEWEST = 0.2  # the share of them that a way of learning keeps, however unlikely: later answers may speak for it

# The odds of the next step of a way, and the probabilities of leaving and of taking it, at even steps of the log odds:
# from 1 in 60 000 to all but 1 in 20 000. A learner has a general rate, as a place in `_GENERAL`; a topic is up to
# `_FARTHEST` steps away from it, by the weights in `_SHIFTS`; a concept is up to `HARDEST` steps harder.
_FARTHEST = 2
_ODDS = [exp(step) for step in range(-5 - _FARTHEST - HARDEST, 9 + _FARTHEST)]
_LEFT = [1 / (1 + odds) for odds in _ODDS]
_TAKEN = [1 - left for left in _LEFT]
_LOGS = [(log(left), log(taken)) for left, taken in zip(_LEFT, _TAKEN, strict=True)]
_SHIFTS = [exp(-(shift**2) / 2) for shift in range(-_FARTHEST, _FARTHEST + 1)]
_RATES = range(len(_ODDS) - HARDEST)
_GENERAL = range(len(_RATES) - 2 * _FARTHEST)


@dataclass(frozen=True, slots=True)
class Particle:
    """A set of concepts as bits, and the rates by which it came about, as places in `_GENERAL` and `_SHIFTS`."""

    state: int
    general: int
    shifts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Sample:
    """Sets to which a way of learning leads, and the probability that the learner went this way."""

    way: Way
    weight: float
    particles: Sequence[Particle]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One answer: `guess` is the chance of a right one for who does not know the concept."""

    concept: str
    right: bool
    guess: float


@dataclass(frozen=True)
class Belief:
    """What the answers so far allow; `odds` is what these say of each concept by itself."""

    space: Space
    samples: Sequence[Sample]
    odds: Sequence[float]
    answers: int = 0

    @cached_property
    def members(self) -> dict[str, list[int]]:
        """Bit i of `members[concept][j]` says whether the ith set of sample j has the concept."""
        states = [[particle.state for particle in sample.particles] for sample in self.samples]
        return {
            concept: [sum((state >> number & 1) << place for place, state in enumerate(some)) for some in states]
            for concept, number in self.space.place.items()
        }

    @cached_property
    def probability(self) -> dict[str, float]:
        """That each concept is known."""
        return {concept: self._share(*bits) for concept, bits in self.members.items()}

    def _share(self, upwards: int, downwards: int) -> float:
        """How likely the sets are whose bits are given."""
        up, down = self._shares
        return upwards.bit_count() * up + downwards.bit_count() * down

    @cached_property
    def _shares(self) -> list[float]:
        return [sample.weight / len(sample.particles) for sample in self.samples]

    @property
    def doubt(self) -> float:
        """The mean of p (1 - p): 0.25 where nothing is known of anything, 0 where all is certain."""
        return sum(p * (1 - p) for p in self.probability.values()) / max(1, len(self.members))

    def placed(self) -> tuple[str, ...]:
        """The concepts to be taken as known; with each, all that it builds on."""
        return tuple(concept for concept, p in self.probability.items() if p >= KNOWN_FROM)

    def doubt_after(self, concept: str, guess: float) -> float:
        """The doubt, summed over all concepts, that is expected to be left once `concept` was asked about."""
        upwards, downwards = self.members[concept]
        known = self.probability[concept]
        right = known * (1 - SLIP) + (1 - known) * guess
        wrong = 1 - right
        left = 0.0
        for (up, down), p in zip(self.members.values(), self.probability.values(), strict=True):
            both = self._share(up & upwards, down & downwards)
            if_right = both * (1 - SLIP) + (p - both) * guess
            if_wrong = p - if_right
            left += if_right * (1 - if_right / right) + if_wrong * (1 - if_wrong / wrong)
        return left

    def after(self, evidence: Evidence) -> Belief:
        """The belief once this answer was given too.

        The sets are drawn again by how well they explain the answer, and each is moved: every concept that may be in or
        out is drawn anew, given the rest of the set and all answers so far.
        """
        number = self.space.place[evidence.concept]
        rng = random.Random(f"{self.answers} {evidence!r}")
        if_known, if_not = (1 - SLIP, evidence.guess) if evidence.right else (SLIP, 1 - evidence.guess)
        odds = list(self.odds)
        odds[number] *= if_known / if_not
        likely = [
            [if_known if particle.state >> number & 1 else if_not for particle in sample.particles]
            for sample in self.samples
        ]
        means = [sample.weight * sum(some) / len(some) for sample, some in zip(self.samples, likely, strict=True)]
        samples = []
        for sample, some, mean in zip(self.samples, likely, means, strict=True):
            way, weight = sample.way, mean / sum(means)
            count = round(PARTICLES * min(max(weight, _FEWEST), 1 - _FEWEST))
            drawn = _draw_again(sample.particles, some, count, rng)
            samples.append(Sample(way, weight, [_move(self.space, way, each, odds, rng) for each in drawn]))
        return Belief(self.space, samples, odds, self.answers + 1)


def begin(space: Space) -> Belief:
    """The belief before any answer."""
    rng = random.Random(len(space.place))
    samples = [Sample(way, 0.5, [_draw_particle(space, way, rng) for _ in range(PARTICLES // 2)]) for way in space.ways]
    return Belief(space, samples, [1.0] * len(space.place))


def choose_concept(belief: Belief, guesses: Mapping[str, float]) -> str | None:
    """The concept to ask about next: `guesses` holds those that can be asked about. None where it is enough."""
    if not guesses or belief.answers >= MOST_QUESTIONS or belief.doubt <= SURE:
        return None
    return min(guesses, key=lambda concept: (belief.doubt_after(concept, guesses[concept]), concept))


# --- The filter -----------------------------------------------------------------------------------------------------


def _draw_particle(space: Space, way: Way, rng: random.Random) -> Particle:
    """A set as it may be before any answer."""
    general = rng.choice(_GENERAL)
    shifts = rng.choices(range(len(_SHIFTS)), _SHIFTS, k=len(space.topics))
    taken = 0
    for number in way.order:
        rate = _TAKEN[general + shifts[space.topic[number]] + way.ease[number]]
        if not way.before[number] & ~taken and rng.random() < rate:
            taken |= 1 << number
    return Particle(taken ^ way.turned, general, shifts)


def _draw_again(
    particles: Sequence[Particle], weights: Sequence[float], count: int, rng: random.Random
) -> list[Particle]:
    """So many particles, each as often as it weighs: systematic resampling."""
    sums = list(accumulate(weights))
    step, first = sums[-1] / count, rng.random()
    return [particles[bisect_left(sums, (first + place) * step, hi=len(sums) - 1)] for place in range(count)]


def _move(space: Space, way: Way, particle: Particle, odds: Sequence[float], rng: random.Random) -> Particle:
    """The set drawn anew concept by concept, along the way and back, so that it can grow and shrink by many layers;
    then the rates, given the set."""
    before, after = way.before, way.after
    general, shifts = particle.general, particle.shifts
    rates = [general + shifts[topic] + ease for topic, ease in zip(space.topic, way.ease, strict=True)]
    taken = particle.state ^ way.turned
    rest = ~taken
    for number in chain(way.order, reversed(way.order)):
        if before[number] & rest or after[number] & taken:
            continue  # it must be in or out, given the rest of the set
        bit = 1 << number
        taken, rest = taken | bit, rest & ~bit
        ratio = _ODDS[rates[number]] * (1 / odds[number] if way.turned else odds[number])
        for other in way.followers[number]:
            if not before[other] & rest:
                ratio *= _LEFT[rates[other]]
        if rng.random() * (1 + ratio) >= ratio:
            taken, rest = taken ^ bit, rest | bit
    return Particle(taken ^ way.turned, *_draw_rates(space, way, taken, rng))


def _draw_rates(space: Space, way: Way, taken: int, rng: random.Random) -> tuple[int, list[int]]:
    """The general rate, then each topic's shift, by what is taken of what could be."""
    rest = ~taken
    counts = [[0] * (2 * HARDEST + 2) for _ in space.topics]
    for number, (before, topic, ease) in enumerate(zip(way.before, space.topic, way.ease, strict=True)):
        if not before & rest:
            counts[topic][2 * ease + (taken >> number & 1)] += 1
    told = [_weigh_rates(tuple(some)) for some in counts]
    general = _draw([sum(each) for each in zip(*(logs for logs, _ in told), strict=True)], rng)
    # a shift by its place among the running sums of the weights
    return general, [bisect_left(sums[general], rng.random() * sums[general][-1]) for _, sums in told]


@lru_cache(1 << 14)
def _weigh_rates(counts: tuple[int, ...]) -> tuple[list[float], list[list[float]]]:
    """What a topic says of its rate. `counts` holds for every ease how many concepts are left, and how many taken.

    For every general rate: the logarithm of how likely that is, whatever the shift; running sums of the weights of the
    shifts.
    """
    some = [(kind >> 1, kind & 1, count) for kind, count in enumerate(counts) if count]
    logs = [sum(count * _LOGS[rate + ease][taken] for ease, taken, count in some) for rate in _RATES]
    likely, sums = [], []
    for general in _GENERAL:
        near = logs[general : general + len(_SHIFTS)]
        most = max(near)
        sums.append(list(accumulate(prior * exp(each - most) for prior, each in zip(_SHIFTS, near, strict=True))))
        likely.append(most + log(sums[-1][-1]))
    return likely, sums


def _draw(logs: Sequence[float], rng: random.Random) -> int:
    """A place by the logarithms of its weights."""
    most = max(logs)
    return rng.choices(range(len(logs)), [exp(each - most) for each in logs])[0]
