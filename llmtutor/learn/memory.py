"""What the learner remembers: a fold of what happened into FSRS-6 states, one question at a time.

The rules, each with a test:

* The order is (time, id), whatever order events come in. An id names one event, however often it comes.
* A retraction is final: the answer counts as never given, a retracted grade as never set. Of several grades of one
  answer the last one counts, from the moment of the answer. An answer without a grade does not count yet.
* There are no learning steps: a miss comes back within the session, and that is the step. Every answer is a review; the
  next one is whole days away, one at least. A second answer within 24 hours moves the state by FSRS' short-term rule.
* A question is its id: edited, it keeps its memory; withdrawn, its memory waits for it to come back.
* A clock that jumped back leaves an answer dated too early; it is folded where its date puts it. An answer dated after
  `until` is set aside until that time comes, so that a clock that ran ahead cannot put a question away for years.
* Due dates are spread a little, by what the question and its last answer draw, so that what was learned together does
  not come back together for ever. The states are those of py-fsrs with its own fuzz off.

The memory of a question depends on the events about that question alone, and that is how a fold is kept and brought up
to date: every question that a later event is about, be it an answer, a grade, a retraction or an answer that arrived
late, is folded anew from all of its own events; the others stay as they are. The outcome is that of folding everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from ..model import Answered, Event, Grade, Graded, Kind, Memory, Retracted, Text, Verdict
from .stream import stream

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

DECAY = 0.1542
"""The default decay of FSRS-6's forgetting curve; with fitted parameters it is the last of them."""

_DAY = timedelta(days=1)
# A hundred years of interval must fit behind any date.
_LATEST = datetime(9800, 1, 1, tzinfo=UTC)


# --- Grading --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the published table; `right` and `unaided` say when it holds, None where that does not matter."""

    grade: Grade
    right: bool | None
    unaided: bool | None
    text: Text

    @property
    def term(self) -> str:
        return str(int(self.grade))


GRADING = (
    Rule(
        Grade.AGAIN,
        False,
        None,
        Text("Again: the answer was wrong, or not all of it right.", "重来：答错，或没有全对。"),
    ),
    Rule(
        Grade.HARD,
        True,
        False,
        Text(
            "Hard: right after a hint, or when the question came back in the same session. It is a pass.",
            "困难：看过提示才答对，或同一次练习中再次出现时答对。这仍算通过。",
        ),
    ),
    Rule(Grade.GOOD, True, True, Text("Good: right at the first try, without a hint.", "良好：不看提示，一次答对。")),
    Rule(
        Grade.EASY,
        None,
        None,
        Text(
            "Easy: only by your own key, for a right answer can be a lucky guess.",
            "轻松：只能自己按键评定，因为答对也可能是碰巧猜中。",
        ),
    ),
)
"""How an answer is graded; the first row that fits. The grade of an open answer is the learner's."""


def grade_of(kind: Kind, verdict: Verdict, hints: int, attempt: int) -> Grade:
    """The grade of an answer by `GRADING`; `attempt` counts from 1 within the session."""
    if kind is Kind.OPEN:
        raise ValueError("an open answer is graded by the learner")
    unaided = hints == 0 and attempt <= 1
    return next(rule.grade for rule in GRADING if rule.right == verdict.right and rule.unaided in (None, unaided))


# --- Folding --------------------------------------------------------------------------------------------------------

Review = tuple[datetime, str, Grade]


def remember(
    events: Iterable[Event],
    desired_retention: float = 0.9,
    *,
    parameters: Sequence[float] | None = None,
    until: datetime | None = None,
) -> dict[str, Memory]:
    """The memory of every question that was answered, by id. A pure fold: any order of `events` gives the same bits.

    `parameters` are the 21 weights of FSRS-6, its defaults where None. Raises ValueError where these are out of bounds.
    """
    scheduler = _scheduler(desired_retention, None if parameters is None else tuple(parameters))
    reviews = list_reviews(events, until)
    return {question: _fold(question, reviews[question], scheduler) for question in sorted(reviews)}


def list_reviews(events: Iterable[Event], until: datetime | None) -> dict[str, list[Review]]:
    """The answers that count, by question and in order; those after `until` are set aside."""
    answers: dict[str, Answered] = {}
    grades: dict[str, Graded] = {}
    retracted: set[str] = set()
    for event in events:
        match event:
            case Answered():
                answers[event.id] = event
            case Graded():
                grades[event.id] = event
            case Retracted():
                retracted.add(event.event)
    latest: dict[str, Grade] = {}
    for graded in sorted(grades.values(), key=lambda graded: (graded.at, graded.id)):
        if graded.id not in retracted:
            latest[graded.event] = graded.grade
    reviews: dict[str, list[Review]] = {}
    for answer in answers.values():
        grade = latest.get(answer.id, answer.grade)
        if grade is not None and answer.id not in retracted and (until is None or answer.at <= until):
            reviews.setdefault(answer.question, []).append((answer.at, answer.id, grade))
    for listed in reviews.values():
        listed.sort()
    return reviews


@dataclass(frozen=True, slots=True)
class Step:
    """One answer that counts, and the memory after it."""

    event: str
    grade: Grade
    memory: Memory


def trace(
    events: Iterable[Event],
    desired_retention: float = 0.9,
    *,
    parameters: Sequence[float] | None = None,
    until: datetime | None = None,
) -> dict[str, list[Step]]:
    """How each question's memory came about, answer by answer; the last step holds what `remember` gives."""
    scheduler = _scheduler(desired_retention, None if parameters is None else tuple(parameters))
    return {
        question: _steps(question, each, scheduler) for question, each in sorted(list_reviews(events, until).items())
    }


def _steps(question: str, reviews: Sequence[Review], scheduler: Scheduler) -> list[Step]:
    return [
        Step(event, grade, _as_memory(question, card, event, count, lapses))
        for count, ((_, event, grade), (card, lapses)) in enumerate(
            zip(reviews, _walk(reviews, scheduler), strict=True), 1
        )
    ]


def _fold(question: str, reviews: Sequence[Review], scheduler: Scheduler) -> Memory:
    for card, lapses in _walk(reviews, scheduler):
        last = card, lapses
    return _as_memory(question, last[0], reviews[-1][1], len(reviews), last[1])


def _walk(reviews: Sequence[Review], scheduler: Scheduler) -> Iterator[tuple[Card, int]]:
    """The card of py-fsrs after each review, and how often it was forgotten so far."""
    from fsrs import Card, Rating

    card = Card(card_id=0, due=reviews[0][0])
    lapses = 0
    for at, _, grade in reviews:
        moment = min(at.astimezone(UTC), _LATEST)
        if grade == Grade.AGAIN and card.last_review is not None and moment - card.last_review >= _DAY:
            lapses += 1
        card, _ = scheduler.review_card(card, Rating(grade), moment)
        yield card, lapses


def _as_memory(question: str, card: Card, last: str, reviews: int, lapses: int) -> Memory:
    stability, difficulty, reviewed = card.stability, card.difficulty, card.last_review
    assert stability is not None
    assert difficulty is not None
    assert reviewed is not None
    days = _spread((card.due - reviewed).days, f"{question}:{last}")
    return Memory(question, stability, difficulty, reviewed + timedelta(days=days), reviewed, reviews, lapses)


@lru_cache(maxsize=8)
def _scheduler(desired_retention: float, parameters: tuple[float, ...] | None) -> Scheduler:
    from fsrs import Scheduler
    from fsrs.scheduler import DEFAULT_PARAMETERS

    if not 0 < desired_retention < 1:
        raise ValueError(f"desired retention must be between 0 and 1, not {desired_retention}")
    return Scheduler(
        parameters=DEFAULT_PARAMETERS if parameters is None else parameters,
        desired_retention=desired_retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )


def _spread(days: int, text: str) -> int:
    """`days` moved by what `text` draws: not at all below 3, by a day up to 10, by 2 at 20, by 6 at 100."""
    if days < 3:
        return days
    reach = int(1 + 0.15 * (min(days, 7) - 2.5) + 0.1 * max(min(days, 20) - 7, 0) + 0.05 * max(days - 20, 0))
    return days - reach + next(stream(text)) % (2 * reach + 1)


def recall_probabilities(
    reviews: Sequence[Review], parameters: Sequence[float] | None = None
) -> Iterator[tuple[Review, float]]:
    """Each answer a day or more after the one before, and the probability of recall that was foretold for it."""
    decay = decay_of(parameters)
    before: Memory | None = None
    walked = _walk(reviews, _scheduler(0.9, None if parameters is None else tuple(parameters)))
    for review, (card, _) in zip(reviews, walked, strict=True):
        if before is not None and review[0] - before.last_review >= _DAY:
            yield review, retrievability(before, review[0], decay=decay)
        before = _as_memory("", card, review[1], 0, 0)


def decay_of(parameters: Sequence[float] | None) -> float:
    """The decay of the forgetting curve that belongs to the weights."""
    return DECAY if parameters is None else float(parameters[-1])


def default_weights() -> tuple[float, ...]:
    """The 21 weights of FSRS-6 that hold where none were fitted."""
    from fsrs.scheduler import DEFAULT_PARAMETERS

    return tuple(DEFAULT_PARAMETERS)


def weight_bounds() -> list[tuple[float, float]]:
    """What each weight may be, both ends included."""
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    return list(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True))


def retrievability(memory: Memory, at: datetime, *, decay: float = DECAY) -> float:
    """The probability of a right answer at `at`, 0 to 1: the power curve of FSRS-6, 0.9 after `stability` days.

    Parts of days count, so that two questions of one day have an order; py-fsrs itself counts whole days.
    """
    elapsed = max((at - memory.last_review) / _DAY, 0.0)
    factor = 0.9 ** (-1 / decay) - 1
    return float((1 + factor * elapsed / memory.stability) ** -decay)
