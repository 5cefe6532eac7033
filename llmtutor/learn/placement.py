"""Where a learner stands before the first lesson: what a few answers say about every concept of the graph.

What somebody knows is a set of concepts with everything that these build on (a knowledge space, Doignon and Falmagne
1985). The belief over all such sets follows from the answers by Bayes' rule, with slips and guesses:

* Before any answer, a concept whose prerequisites are known is known itself with a probability that is unknown too: one
  for the learner as a whole, from next to nothing to next to all, and each topic somewhat above or below it. What much
  builds on is likelier known than what nothing builds on.
* A right answer comes with 1 - SLIP from who knows the concept, with the chance of a guess from who does not.

There are too many sets to go through, so the belief is a sample of them: a particle filter, moved by Gibbs sampling.
The same answers in the same order give the same sample. The next question is the one that is expected to leave the
least doubt, summed over all concepts. Nothing here asks, writes or draws a question: it says what to ask about, and
when it is enough. How well it places simulated learners: `tests/bench/placement.md`.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import exp, log, log2

from ..graph import Requires

MOST_QUESTIONS = 25
SLIP = 0.08
"""How often who knows a concept answers a question about it wrongly."""

KNOWN_FROM = 0.5
"""From which probability a concept is placed as known."""

SURE = 0.004
"""The mean doubt p (1 - p) of a concept at which nothing more is asked."""

PARTICLES = 250

# For each weight of a concept the rates at even steps of the log odds that weight 1 has, from 1 in 8000 to all but 1 in
# 3000. Who is likely to know one thing is likelier to know one that many others stand on: it counts for several. What
# stands on many others is a step harder for each doubling of them.
_FAME = 0.75
_HEAVIEST = 20
_HARDEST = 8
_STEPS = range(-10 - _HARDEST, 17)
_LOG_RESTS = [[-max(weight, 1) * log(1 + exp(step / 2)) for step in _STEPS] for weight in range(_HEAVIEST + 1)]
_RESTS = [[exp(rest) for rest in rests] for rests in _LOG_RESTS]
_RATES = [[1 - rest for rest in rests] for rests in _RESTS]
_LOG_RATES = [[log(rate) for rate in rates] for rates in _RATES]
# A topic is up to four steps away from the general rate; the logarithm of how likely that is.
_SHIFTS = [-((shift - 4) ** 2) / 8 for shift in range(9)]
_GENERAL = range(len(_STEPS) - _HARDEST - len(_SHIFTS) + 1)


class Space:
    """The sets that are closed under prerequisites: `topics` maps concepts to topics, prerequisites before what needs
    them; a prerequisite that it lacks is taken as known."""

    def __init__(self, topics: Mapping[str, str], requires: Requires) -> None:
        self.place = {concept: number for number, concept in enumerate(topics)}
        names = {topic: number for number, topic in enumerate(dict.fromkeys(topics.values()))}
        self.topic = [names[topic] for topic in topics.values()]
        self.topics = range(len(names))
        self.needs = [0] * len(self.place)
        self.builds: list[list[int]] = [[] for _ in self.place]
        for concept, number in self.place.items():
            for other in sorted({self.place[each] for each in requires.get(concept, ()) if each in self.place}):
                self.needs[number] |= 1 << other
                self.builds[other].append(number)
        self.dependents = [sum(1 << each for each in some) for some in self.builds]
        above = list(self.dependents)
        for number in reversed(range(len(above))):
            for other in self.builds[number]:
                above[number] |= above[other]
        below = list(self.needs)
        for number, some in enumerate(self.builds):
            for other in some:
                below[other] |= below[number]
        self.weight = [min(_HEAVIEST, round((1 + some.bit_count()) ** _FAME)) for some in above]
        self.ease = [_HARDEST - min(_HARDEST, round(log2(1 + some.bit_count()))) for some in below]

    def can_move(self, number: int, state: int) -> bool:
        """Whether a concept may be in or out, given the rest of the set."""
        return not self.needs[number] & ~state and not self.dependents[number] & state


@dataclass(frozen=True, slots=True)
class Particle:
    """A set of concepts as bits, and the rates by which it came about, as places in `_GENERAL` and `_SHIFTS`."""

    state: int
    general: int
    shifts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One answer: `guess` is the chance of a right one for who does not know the concept."""

    concept: str
    right: bool
    guess: float


@dataclass(frozen=True)
class Belief:
    """A sample of the sets that the answers so far allow; `odds` is what these say of each concept by itself."""

    space: Space
    particles: Sequence[Particle]
    odds: Sequence[float]
    answers: int = 0

    @cached_property
    def members(self) -> dict[str, int]:
        """Bit i of `members[concept]` says whether the ith set has the concept."""
        return {
            concept: sum((particle.state >> number & 1) << place for place, particle in enumerate(self.particles))
            for concept, number in self.space.place.items()
        }

    @cached_property
    def probability(self) -> dict[str, float]:
        """That each concept is known."""
        return {concept: bits.bit_count() / len(self.particles) for concept, bits in self.members.items()}

    @property
    def doubt(self) -> float:
        """The mean of p (1 - p): 0.25 where nothing is known of anything, 0 where all is certain."""
        return sum(p * (1 - p) for p in self.probability.values()) / max(1, len(self.members))

    def placed(self) -> tuple[str, ...]:
        """The concepts to be taken as known; with each, all that it builds on."""
        return tuple(concept for concept, p in self.probability.items() if p >= KNOWN_FROM)

    def doubt_after(self, concept: str, guess: float) -> float:
        """The doubt, summed over all concepts, that is expected to be left once `concept` was asked about."""
        size, asked = len(self.particles), self.members[concept]
        known = asked.bit_count()
        right = known * (1 - SLIP) + (size - known) * guess
        wrong = size - right
        left = 0.0
        for bits in self.members.values():
            both = (bits & asked).bit_count()
            only = bits.bit_count() - both
            if_right = both * (1 - SLIP) + only * guess
            if_wrong = both * SLIP + only * (1 - guess)
            left += if_right * (1 - if_right / right) + if_wrong * (1 - if_wrong / wrong)
        return left / size

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
        weights = [if_known if particle.state >> number & 1 else if_not for particle in self.particles]
        drawn = _draw_again(self.particles, weights, rng)
        return Belief(self.space, [_move(self.space, each, odds, rng) for each in drawn], odds, self.answers + 1)


def begin(space: Space) -> Belief:
    """The belief before any answer."""
    rng = random.Random(len(space.place))
    return Belief(space, [_draw_particle(space, rng) for _ in range(PARTICLES)], [1.0] * len(space.place))


def choose_concept(belief: Belief, guesses: Mapping[str, float]) -> str | None:
    """The concept to ask about next: `guesses` holds those that can be asked about. None where it is enough."""
    if not guesses or belief.answers >= MOST_QUESTIONS or belief.doubt <= SURE:
        return None
    return min(guesses, key=lambda concept: (belief.doubt_after(concept, guesses[concept]), concept))


# --- The filter -----------------------------------------------------------------------------------------------------


def _draw_particle(space: Space, rng: random.Random) -> Particle:
    """A set as it may be before any answer."""
    general = rng.choice(_GENERAL)
    shifts = rng.choices(range(len(_SHIFTS)), [exp(each) for each in _SHIFTS], k=len(space.topics))
    state = 0
    for number, needed in enumerate(space.needs):
        rate = _RATES[space.weight[number]][general + shifts[space.topic[number]] + space.ease[number]]
        if not needed & ~state and rng.random() < rate:
            state |= 1 << number
    return Particle(state, general, shifts)


def _draw_again(particles: Sequence[Particle], weights: Sequence[float], rng: random.Random) -> list[Particle]:
    """As many particles, each as often as it weighs: systematic resampling."""
    step = sum(weights) / len(particles)
    drawn: list[Particle] = []
    reached, mark = 0.0, rng.random() * step
    for particle, weight in zip(particles, weights, strict=True):
        reached += weight
        while mark < reached and len(drawn) < len(particles):
            drawn.append(particle)
            mark += step
    return drawn + [particles[-1]] * (len(particles) - len(drawn))


def _move(space: Space, particle: Particle, odds: Sequence[float], rng: random.Random) -> Particle:
    """The set drawn anew concept by concept, upwards and then downwards, so that it can grow and shrink by many layers;
    then the rates, given the set."""
    state = particle.state
    rates = [
        particle.general + particle.shifts[topic] + ease for topic, ease in zip(space.topic, space.ease, strict=True)
    ]
    upwards = range(len(rates))
    for number in chain(upwards, reversed(upwards)):
        if not space.can_move(number, state):
            continue
        weight, rate = space.weight[number], rates[number]
        ratio = odds[number] * _RATES[weight][rate] / _RESTS[weight][rate]
        bit = 1 << number
        for other in space.builds[number]:
            if not space.needs[other] & ~(state | bit):
                ratio *= _RESTS[space.weight[other]][rates[other]]
        state = state | bit if rng.random() * (1 + ratio) < ratio else state & ~bit
    return Particle(state, *_draw_rates(space, state, particle.shifts, rng))


def _draw_rates(space: Space, state: int, shifts: Sequence[int], rng: random.Random) -> tuple[int, list[int]]:
    """The general rate, then each topic's shift, by what is known of what could be."""
    counts: list[dict[tuple[int, int], list[int]]] = [{} for _ in space.topics]
    for number, needed in enumerate(space.needs):
        if not needed & ~state:
            kind = space.weight[number], space.ease[number]
            counts[space.topic[number]].setdefault(kind, [0, 0])[state >> number & 1] += 1
    told = [[(*kind, *each) for kind, each in some.items()] for some in counts]

    def likely(topic: int, rate: int) -> float:
        return sum(
            known * _LOG_RATES[weight][rate + ease] + unknown * _LOG_RESTS[weight][rate + ease]
            for weight, ease, unknown, known in told[topic]
        )

    general = _draw([sum(likely(topic, rate + shifts[topic]) for topic in space.topics) for rate in _GENERAL], rng)
    drawn = [
        _draw([likely(topic, general + shift) + prior for shift, prior in enumerate(_SHIFTS)], rng)
        for topic in space.topics
    ]
    return general, drawn


def _draw(logs: Sequence[float], rng: random.Random) -> int:
    """A place by the logarithms of its weights."""
    most = max(logs)
    return rng.choices(range(len(logs)), [exp(each - most) for each in logs])[0]
