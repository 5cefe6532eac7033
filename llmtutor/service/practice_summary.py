"""The end of a session: how it went and what to look at next, folded from the session's events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

from ..learn.variant import draw, fill
from ..model import Answered, Event, Grade, Graded, Retracted, Skipped
from ..views.practice import MissView, SummaryView
from .practice_desk import Desk, Moment
from .practice_state import State, variant_seed


def summarize(state: State, desk: Desk, moment: Moment, more: Iterable[Event], *, finished: bool) -> SummaryView:
    """Of the session so far and the events `more` that are about to be appended."""
    events = [*desk.in_session(state.session), *more]
    tries = successes(events)
    misses = [question for question, went in tries.items() if not went[0]]
    return SummaryView(
        session=state.session,
        asked=len(tries),
        right=sum(went[0] for went in tries.values()),
        skipped=len({event.question for event in events if isinstance(event, Skipped)} - tries.keys()),
        milliseconds=state.milliseconds(moment.ticks),
        finished=finished,
        misses=tuple(_view_miss(state, desk, question, at_last=tries[question][-1]) for question in misses),
        review=_concepts_to_read(desk, misses),
        due_tomorrow=desk.due_before(moment.at + timedelta(days=1), moment.at),
    )


def successes(events: Iterable[Event]) -> dict[str, list[bool]]:
    """For each question answered, in the order of first answers, whether each try that stands went well.

    An open answer went well if its grade is a pass; one that was left ungraded counts as no try.
    """
    events = list(events)
    gone = {event.event for event in events if isinstance(event, Retracted)}
    grades = {event.event: event.grade for event in events if isinstance(event, Graded) and event.id not in gone}
    tries: dict[str, list[bool]] = {}
    for event in events:
        if isinstance(event, Answered) and event.id not in gone:
            grade = grades.get(event.id, event.grade)
            right = event.right if event.right is not None else grade is not None and grade > Grade.AGAIN
            if event.right is not None or grade is not None:
                tries.setdefault(event.question, []).append(right)
    return tries


def _view_miss(state: State, desk: Desk, key: str, *, at_last: bool) -> MissView:
    question = desk.question(key)
    variant = draw(question, variant_seed(state.seed, key, 1))
    name = desk.setting(question.concept).name
    return MissView(key, question.concept, name, fill(question.prompt, variant), at_last)


def _concepts_to_read(desk: Desk, misses: Sequence[str]) -> tuple[str, ...]:
    """The concepts of the misses, those with most misses first."""
    return tuple(concept for concept, _ in Counter(desk.question(key).concept for key in misses).most_common(3))
