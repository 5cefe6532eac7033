"""Simulated learners: the order that llmtutor asks in, beside plain due-date order and random order.

    python -m tests.bench.learners [--seeds 10] [--days 30,90,180] [--jobs 2] [--parts] [--write]

The same learner answers the same number of questions a day, chosen in different orders; counted are the concepts that
are mastered after so many days, in truth and not by the program's own account: every question of it seen, and on the
average answered rightly with a probability of 0.8. `--write` puts the tables into `learners.md` beside this script.

What is true of a learner, and hidden from the program:

* A question is forgotten by FSRS-6 with its default weights, times the learner's own strength of memory. The second
  model forgets by a steeper power law (other weights, decay 0.5), guesses, slips, and has good and bad days; nothing
  was tuned on it.
* Prerequisites matter. Who is not ready, which is the weakest of what a concept builds on, learns less from an answer
  (down to a quarter), is less likely to be right at first sight, and loses part of what was known.

Orders, all in sessions of ten, all with misses asked again later in the session, at most twice:

* ours: `learn.pick`, told grades and nothing else.
* due, bank order: what is due by its date, then new questions in teaching order. This is what a well-sorted deck of
  flash cards gives, and nearly respects prerequisites by itself.
* due, shuffled: the same, with new questions at random.
* random: any question.

`--parts` adds ours without encompassing credit and without the rule for backlogs, to see what each of them is worth.
"""

from __future__ import annotations

import argparse
import random
import statistics
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

from llmtutor.learn import pick as pick_rules
from llmtutor.learn.memory import remember
from llmtutor.learn.pick import Candidate, pick
from llmtutor.model import Answered, Grade, Kind, Memory

START = datetime(2026, 1, 1, 18, tzinfo=UTC)
MASTERED = 0.8
RESULTS = Path(__file__).with_suffix(".md")
_DAY = timedelta(days=1)
_SESSION = 10
_GUESS = {Kind.TRUE_FALSE.value: 0.5, Kind.SINGLE_CHOICE.value: 0.25}


# --- The bank -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Curriculum:
    """As large as the real bank is meant to be: 180 concepts in 16 topics, four to six questions each."""

    questions: tuple[Candidate, ...]
    requires: dict[str, tuple[str, ...]]

    @property
    def concepts(self) -> dict[str, list[str]]:
        grouped: dict[str, list[str]] = {}
        for question in self.questions:
            grouped.setdefault(question.concept, []).append(question.question)
        return grouped


def draw_curriculum(seed: int, concepts: int = 180, topics: int = 16) -> Curriculum:
    """Concepts build on one to three earlier ones, mostly of their own topic; a tenth builds on nothing."""
    rng = random.Random(f"curriculum {seed}")
    kinds = [kind.value for kind in Kind if kind is not Kind.CODE]  # exercises are not asked in a quiz
    requires: dict[str, tuple[str, ...]] = {}
    questions: list[Candidate] = []
    depth: dict[str, int] = {}
    for number in range(concepts):
        concept, topic = f"c{number:03}", number * topics // concepts
        earlier = list(requires)
        near = [each for each in earlier if int(each[1:]) * topics // concepts == topic]
        needed: set[str] = set()
        if earlier and rng.random() > 0.1:
            for _ in range(rng.choice([1, 2, 2, 3])):
                needed.add(rng.choice(near if near and rng.random() < 0.7 else earlier))
        requires[concept] = tuple(sorted(needed))
        depth[concept] = 1 + max((depth[each] for each in needed), default=0)
        level = min(5, 1 + depth[concept] // 3)
        for question in range(rng.randint(4, 6)):
            harder = min(5, level + rng.choice([0, 0, 1]))
            questions.append(Candidate(f"{concept}/q{question}", concept, f"t{topic:02}", harder, rng.choice(kinds)))
    return Curriculum(tuple(questions), requires)


# --- The learner ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Profile:
    """`memory` scales how long things stay, `reliance` how much prerequisites matter; `answers` on day n."""

    name: str
    memory: float
    reliance: float
    answers: Callable[[int], int]


def _every_day(_: int) -> int:
    return 30


def _when_there_is_time(day: int) -> int:
    """Five days a week, and every seventh week off."""
    return 0 if day % 7 >= 5 or day // 7 % 7 == 6 else 25


def _a_little(_: int) -> int:
    return 20


PROFILES = (
    Profile("steady: 30 answers every day", 1.0, 1.0, _every_day),
    Profile("busy: 25 on working days, every seventh week off", 1.0, 1.0, _when_there_is_time),
    Profile("struggling: 20 a day, forgets faster, leans on prerequisites", 0.6, 2.0, _a_little),
)


@dataclass(frozen=True)
class Model:
    """How forgetting works. `slips` and `guesses`: answers that do not say what is known; `form`: good and bad days."""

    name: str
    parameters: tuple[float, ...]
    slips: float = 0.0
    guesses: bool = False
    form: float = 0.0


_STEEPER = tuple(
    {0: 0.12, 1: 0.7, 2: 1.6, 3: 5.0, 8: 1.5, 10: 0.9, 20: 0.5}.get(number, weight)
    for number, weight in enumerate(DEFAULT_PARAMETERS)
)
MODELS = (
    Model("FSRS-6, default weights", tuple(DEFAULT_PARAMETERS)),
    Model("steeper power law, other weights, noisy learners", _STEEPER, slips=0.07, guesses=True, form=0.15),
)


class Learner:
    """What is really known, and answers that follow from it."""

    def __init__(self, curriculum: Curriculum, profile: Profile, model: Model, seed: int) -> None:
        self._profile, self._model = profile, model
        self._scheduler = Scheduler(
            parameters=model.parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False
        )
        self._rng = random.Random(f"learner {seed}")
        self._concepts, self._requires = curriculum.concepts, curriculum.requires
        self._of = {question.question: question for question in curriculum.questions}
        self._cards: dict[str, Card] = {}
        self.form = 1.0

    def wake(self) -> None:
        """A new day, good or bad."""
        self.form = self._rng.lognormvariate(0, self._model.form) if self._model.form else 1.0

    def answer(self, question: str, at: datetime) -> bool:
        """Answer, read the verdict, and learn from it as far as one is ready."""
        known = self._of[question]
        ready = self.readiness(known.concept, at)
        knew = self._rng.random() < min(self.chance(question, at, ready) * self.form, 1)
        before = self._cards.get(question) or Card(card_id=1, due=at)
        after, _ = self._scheduler.review_card(before, Rating.Good if knew else Rating.Again, at)
        gain = (0.25 + 0.75 * ready**self._profile.reliance) * self.form
        old, new = before.stability or 0.0, after.stability or 0.0
        if before.stability is None:
            after.stability = max(new * gain * self._profile.memory, 0.05)
        else:
            after.stability = max(old + (new - old) * gain if new > old else new, 0.05)
        self._cards[question] = after
        if knew:
            return self._rng.random() >= self._model.slips
        return self._model.guesses and self._rng.random() < _GUESS.get(known.kind or "", 0.0)

    def chance(self, question: str, at: datetime, ready: float) -> float:
        """The probability of knowing the answer."""
        card = self._cards.get(question)
        helped = float(ready**self._profile.reliance)
        return 0.1 + 0.4 * helped if card is None else self._recall(card, at) * (0.7 + 0.3 * helped)

    def readiness(self, concept: str, at: datetime) -> float:
        """How well the weakest of what a concept builds on is remembered, 0 to 1."""
        return min((self._remembered(needed, at) for needed in self._requires[concept]), default=1.0)

    def _remembered(self, concept: str, at: datetime) -> float:
        names = self._concepts[concept]
        return sum(self._recall(self._cards[name], at) for name in names if name in self._cards) / len(names)

    def _recall(self, card: Card, at: datetime) -> float:
        assert card.last_review is not None
        assert card.stability is not None
        decay = self._model.parameters[20]
        elapsed = max((at - card.last_review) / _DAY, 0.0)
        return float((1 + (0.9 ** (-1 / decay) - 1) * elapsed / card.stability) ** -decay)

    def mastered(self, at: datetime) -> int:
        """The concepts that are mastered in truth."""
        return sum(self._is_mastered(concept, names, at) for concept, names in self._concepts.items())

    def _is_mastered(self, concept: str, names: Sequence[str], at: datetime) -> bool:
        if any(name not in self._cards for name in names):
            return False
        ready = self.readiness(concept, at)
        return sum(self.chance(name, at, ready) for name in names) / len(names) >= MASTERED


# --- The orders -----------------------------------------------------------------------------------------------------


@dataclass
class Notes:
    """What the program knows: the answers and their grades, folded."""

    curriculum: Curriculum
    rng: random.Random
    answers: dict[str, list[Answered]] = field(default_factory=dict)
    memories: dict[str, Memory] = field(default_factory=dict)

    def write(self, question: str, at: datetime, grade: Grade) -> None:
        noted = self.answers.setdefault(question, [])
        noted.append(
            Answered(
                id=f"{len(noted):04}",
                device="d",
                at=at,
                session="s",
                bank="b",
                question=question,
                digest="",
                variant=0,
                response="",
                right=grade > Grade.AGAIN,
                score=None,
                grade=grade,
            )
        )
        self.memories |= remember(noted)


Order = Callable[[Notes, datetime, int], list[str]]


NOTE = """
## What to make of it

The shuffled deck and the random order show what prerequisites are worth here. Due-date order over a bank in teaching
order is a strong rival, for it starts hardly anything too early either. What ours has over it is credit, which puts
off reviews of what advanced answers contain and leaves time for something new, and the rule for backlogs. Both pay off
where there is time every day, and most where prerequisites matter most.

The busy learner is a tie, within the noise: after each week off more is due than there is time for, and then both
rules cost about as much as they bring (`--parts`, 16 seeds, after 30 days: due-date order 20.2, ours 19.4, without
credit 19.9, without the backlog rule 19.9; 14 seeds, after 180 days: 57.7, 58.5 and, without the backlog rule, 59.8).
The same rule is worth 1.3 concepts to the struggling learner, so it stays.
"""


def choose_ours(notes: Notes, at: datetime, count: int, *, credit: bool = True) -> list[str]:
    """`learn.pick`. Who has time left when nothing is due or within reach goes on all the same, as the others do."""
    seed = notes.rng.randrange(2**31)
    for insist in (False, True):
        picked = pick(
            notes.curriculum.questions,
            notes.memories,
            notes.curriculum.requires,
            at=at,
            seed=seed,
            count=count,
            insist=insist,
            new_limit=count,
            credit=credit,
        )
        if picked:
            return [each.question for each in picked]
    return choose_random(notes, at, count)


def choose_ours_without_credit(notes: Notes, at: datetime, count: int) -> list[str]:
    return choose_ours(notes, at, count, credit=False)


def choose_ours_without_backlog(notes: Notes, at: datetime, count: int) -> list[str]:
    sessions = pick_rules._SESSIONS
    pick_rules._SESSIONS = 10**6  # nothing is ever called a backlog
    try:
        return choose_ours(notes, at, count)
    finally:
        pick_rules._SESSIONS = sessions


def _by_due_date(notes: Notes, at: datetime, count: int, *, shuffled: bool) -> list[str]:
    due = sorted((memory.due, name) for name, memory in notes.memories.items() if memory.due <= at)
    new = [question.question for question in notes.curriculum.questions if question.question not in notes.memories]
    if shuffled:
        notes.rng.shuffle(new)
    return ([name for _, name in due] + new)[:count] or choose_random(notes, at, count)


def choose_due(notes: Notes, at: datetime, count: int) -> list[str]:
    return _by_due_date(notes, at, count, shuffled=False)


def choose_due_shuffled(notes: Notes, at: datetime, count: int) -> list[str]:
    return _by_due_date(notes, at, count, shuffled=True)


def choose_random(notes: Notes, at: datetime, count: int) -> list[str]:
    return [question.question for question in notes.rng.sample(notes.curriculum.questions, count)]


ORDERS: dict[str, Order] = {
    "ours": choose_ours,
    "due, bank order": choose_due,
    "due, shuffled": choose_due_shuffled,
    "random": choose_random,
}
PARTS: dict[str, Order] = {
    "ours, no credit": choose_ours_without_credit,
    "ours, no backlog rule": choose_ours_without_backlog,
}


# --- The days -------------------------------------------------------------------------------------------------------


class Case(NamedTuple):
    model: int
    profile: int
    order: str
    seed: int
    days: tuple[int, ...]


def simulate(case: Case) -> list[int]:
    """Concepts mastered after each of the days."""
    curriculum = draw_curriculum(case.seed)
    profile = PROFILES[case.profile]
    learner = Learner(curriculum, profile, MODELS[case.model], case.seed)
    notes = Notes(curriculum, random.Random(f"order {case.seed}"))
    found = []
    for day in range(max(case.days)):
        learner.wake()
        at = START + day * _DAY
        left = profile.answers(day)
        while left > 0:
            asked = (ORDERS | PARTS)[case.order](notes, at, min(_SESSION, left))
            left, at = _sit(learner, notes, asked, at, left)
        if day + 1 in case.days:
            found.append(learner.mastered(START + (day + 1) * _DAY))
    return found


def _sit(learner: Learner, notes: Notes, asked: list[str], at: datetime, left: int) -> tuple[int, datetime]:
    """A session: every miss comes again after three others, at most twice; every try is an answer."""
    waiting = [(name, 1) for name in asked]
    while waiting and left:
        name, attempt = waiting.pop(0)
        at += timedelta(seconds=30)
        left -= 1
        right = learner.answer(name, at)
        notes.write(name, at, (Grade.GOOD if attempt == 1 else Grade.HARD) if right else Grade.AGAIN)
        if not right and attempt < 3:
            waiting.insert(3, (name, attempt + 1))
    return left, at


# --- The tables -----------------------------------------------------------------------------------------------------


def tabulate(days: tuple[int, ...], seeds: int, orders: Sequence[str], results: dict[Case, list[int]]) -> str:
    """Means over the seeds, and where ours is not ahead."""
    lines: list[str] = []
    for number, model in enumerate(MODELS):
        lines += [f"## {model.name}", ""]
        for place, profile in enumerate(PROFILES):
            lines += [f"{profile.name}", "", f"| order | {' | '.join(f'{day} days' for day in days)} |"]
            lines.append("|---" * (len(days) + 1) + "|")
            means: dict[str, list[float]] = {}
            for order in orders:
                runs = [results[Case(number, place, order, seed, days)] for seed in range(1, seeds + 1)]
                means[order] = [statistics.mean(column) for column in zip(*runs, strict=True)]
                spreads = [statistics.pstdev(column) for column in zip(*runs, strict=True)]
                cells = [f"{mean:.1f} ± {spread:.1f}" for mean, spread in zip(means[order], spreads, strict=True)]
                lines.append(f"| {order} | {' | '.join(cells)} |")
            behind = [
                f"{order} after {day} days ({mine:.1f} against {theirs:.1f})"
                for order, others in means.items()
                for day, mine, theirs in zip(days, means["ours"], others, strict=True)
                if not order.startswith("ours") and mine <= theirs
            ]
            lines += ["", f"Not ahead of: {'; '.join(behind)}." if behind else "Ours is ahead of all.", ""]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--days", type=lambda text: tuple(map(int, text.split(","))), default=(30, 90, 180))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--parts", action="store_true", help="ours without each of its parts, too")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    orders = [*ORDERS, *(PARTS if options.parts else ())]
    cases = [
        Case(model, profile, order, seed, options.days)
        for model in range(len(MODELS))
        for profile in range(len(PROFILES))
        for order in orders
        for seed in range(1, options.seeds + 1)
    ]
    with ProcessPoolExecutor(options.jobs) as pool:
        results = dict(zip(cases, pool.map(simulate, cases), strict=True))
    tables = tabulate(options.days, options.seeds, orders, results)
    print(tables)
    if options.write:
        seeds = ", ".join(map(str, range(1, options.seeds + 1)))
        seeded = f"Seeds {seeds}; mean ± standard deviation over them."
        head = f"# Concepts mastered, of 180\n\n{seeded} Written by `python -m tests.bench.learners --write`.\n\n"
        RESULTS.write_text(head + tables + NOTE, encoding="utf-8")


if __name__ == "__main__":
    main()
