"""How long questions take this learner: from the medians of their own times, by question, by kind, else what is usual.

A question takes the time until its answer, the time its verdict is read, and, as far as answers go wrong, its return in
the session. It estimates; it stops nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from ..model import Answered, Grade, Kind

LONGEST = 600_000
"""Milliseconds; who takes longer went to make tea."""

USUAL: Mapping[str, int] = {
    Kind.SINGLE_CHOICE: 25_000,
    Kind.MULTIPLE_CHOICE: 35_000,
    Kind.TRUE_FALSE: 15_000,
    Kind.CLOZE: 30_000,
    Kind.NUMERIC: 45_000,
    Kind.ORDERING: 40_000,
    Kind.MATCHING: 45_000,
    Kind.PREDICT_OUTPUT: 40_000,
    Kind.OPEN: 120_000,
    Kind.CODE: 600_000,
}
"""Milliseconds until an answer, as long as nothing is known of the learner."""

_USUAL_READING = 10_000
_USUAL_MISSES = 0.2
_ENOUGH_OF_QUESTION, _ENOUGH_OF_KIND = 2, 3


@dataclass(frozen=True, slots=True)
class Pace:
    """Medians in milliseconds; `misses` is the share of first tries that go wrong."""

    by_question: Mapping[str, float] = field(default_factory=dict)
    by_kind: Mapping[str, float] = field(default_factory=dict)
    reading: float = _USUAL_READING
    misses: float = _USUAL_MISSES

    def expect(self, question: str, kind: str) -> float:
        """Milliseconds that a question will take, all in all."""
        answering = self.by_question.get(question) or self.by_kind.get(kind) or USUAL.get(kind, 30_000)
        return (answering + self.reading) * (1 + self.misses)


def measure(answers: Iterable[Answered], kinds: Mapping[str, str]) -> Pace:
    """The pace of whoever gave `answers`; `kinds` by question."""
    ordered = sorted(answers, key=lambda answer: (answer.at, answer.id))
    questions: dict[str, list[int]] = {}
    by_kind: dict[str, list[int]] = {}
    for answer in ordered:
        # An answer by itself, from a script, has taken no time that anybody measured.
        if 0 < answer.milliseconds <= LONGEST:
            questions.setdefault(answer.question, []).append(answer.milliseconds)
            if answer.question in kinds:
                by_kind.setdefault(kinds[answer.question], []).append(answer.milliseconds)
    graded = [answer.grade for answer in ordered if answer.attempt == 1 and answer.grade is not None]
    reading = _reading(ordered)
    return Pace(
        {name: median(times) for name, times in questions.items() if len(times) >= _ENOUGH_OF_QUESTION},
        {kind: median(times) for kind, times in by_kind.items() if len(times) >= _ENOUGH_OF_KIND},
        median(reading) if len(reading) >= _ENOUGH_OF_KIND else _USUAL_READING,
        graded.count(Grade.AGAIN) / len(graded) if len(graded) >= 10 else _USUAL_MISSES,
    )


def _reading(ordered: Sequence[Answered]) -> list[float]:
    """What lay between an answer and the next question of the same session: the time its verdict was read."""
    last: dict[str, Answered] = {}
    found: list[float] = []
    for answer in ordered:
        before = last.get(answer.session)
        if before is not None and answer.milliseconds:
            pause = (answer.at - before.at).total_seconds() * 1000 - answer.milliseconds
            if 0 <= pause <= LONGEST:
                found.append(pause)
        last[answer.session] = answer
    return found


def fit(expected: Sequence[float], budget: float) -> int:
    """How many of the first questions fit into `budget`; one at least, where there is one."""
    used = 0.0
    for count, milliseconds in enumerate(expected):
        used += milliseconds
        if used > budget and count:
            return count
    return len(expected)
