"""stats: what was answered, whether the predictions came true, what is ahead, where it is weak. Reads, and only reads.

Every answer that stands is looked at, so it takes as long as the journal is; nothing else waits for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from ..errors import NotFound
from ..learn.mastery import concept_of
from ..learn.memory import decay_of, retrievability, trace
from ..learn.retention import Outcome, Tally, part, reviews_of, tally
from ..model import Answered, Event, Grade, Graded, Kind, Memory, Question, Retracted, Text
from ..store.index import Index
from ..views.learning import (
    AnswersView,
    BrierView,
    ConfidenceView,
    DayView,
    ForecastDay,
    RetentionView,
    StatsView,
    WeakConcept,
)
from ..workspace import Workspace
from .practice_memory import credit_by, due_dates
from .progress_days import date_of
from .progress_mistakes import rank_mistakes
from .progress_streak import Days

AHEAD = 30  # days of forecast
RECENT = timedelta(days=30)
YEAR = 371  # days of the calendar: 53 weeks
MOST = 5
_ENOUGH = 3  # answers from which a concept can be called weak


def collect_stats(workspace: Workspace) -> StatsView:
    """Everything `stats` tells."""
    at, settings = workspace.clock(), workspace.settings
    decay = decay_of(settings.weights)
    with workspace.index() as index:
        events = _read_events(workspace)
        answers = {key: each for key, each in standing_answers(events, at).items() if not follows_up(each)}
        traces = trace(events, settings.desired_retention, parameters=settings.weights, until=at)
        memories = {question: steps[-1].memory for question, steps in traces.items()}
        rows = index.questions()
        edges = credit_by(index, settings)
        names = {row.slug: row.name for row in index.concepts()}
        days = Days(memories, traces, {row.id for row in rows if row.kind != Kind.CODE}, edges, settings)
        streak = days.count(at)
        assert streak is not None  # everything is known
        reviews = reviews_of(traces, decay=decay)
        recent = [review for review in reviews if review.at > at - RECENT]
        by_day = tuple(_by_day(answers, date_of(at)))
        return StatsView(
            today=date_of(at).isoformat(),
            answers=_sum_up(answers),
            streak=streak,
            retention=_retention(0.0, 1.0, tally(reviews)),
            recent=_retention(0.0, 1.0, tally(recent)),
            desired_retention=settings.desired_retention,
            curve=tuple(_retention(low, high, sums) for low, high, sums in part(reviews)),
            forecast=tuple(_forecast(due_dates(rows, memories, edges), at)),
            days=by_day,
            pace=_pace(by_day, date_of(at)),
            weakest=_weakest(answers, memories, names, at, decay),
            misconceptions=rank_mistakes(answers.values(), _wrongly_answered(index, answers), names, MOST),
            calibration=_calibration(index, answers),
            confidences=_confidences(answers.values()),
        )


def _read_events(workspace: Workspace) -> list[Event]:
    journal = workspace.journal(create=False)
    if journal is None:
        return []
    with journal:
        return [event for _, event in journal.events()]


def standing_answers(events: Iterable[Event], at: datetime) -> dict[str, Answered]:
    """The answers that were not taken back, by id, in order of time, each with the grade that was set last.

    What is dated after `at` is left out, as it is for the memory.
    """
    answers: dict[str, Answered] = {}
    grades: list[Graded] = []
    gone: set[str] = set()
    for event in events:
        match event:
            case Answered():
                answers[event.id] = event
            case Graded():
                grades.append(event)
            case Retracted():
                gone.add(event.event)
    latest = {
        graded.event: graded.grade
        for graded in sorted(grades, key=lambda each: (each.at, each.id))
        if graded.id not in gone
    }
    kept = [answer for answer in answers.values() if answer.id not in gone and answer.at <= at]
    kept.sort(key=lambda answer: (answer.at, answer.id))
    return {answer.id: _regraded(answer, latest.get(answer.id)) for answer in kept}


def _regraded(answer: Answered, grade: Grade | None) -> Answered:
    return answer if grade is None or grade == answer.grade else replace(answer, grade=grade)


def went_well(answer: Answered) -> bool | None:
    """Whether an answer was right; of an open one, whether its grade is a pass; None where it has none yet."""
    if answer.right is not None:
        return answer.right
    return None if answer.grade is None else answer.grade > Grade.AGAIN


def follows_up(answer: Answered) -> bool:
    """Whether it answers the follow-up of an interview question, which is said and never graded."""
    return went_well(answer) is None and answer.attempt > 1


# --- Sums -----------------------------------------------------------------------------------------------------------


def _sum_up(answers: Mapping[str, Answered]) -> AnswersView:
    given = list(answers.values())
    return AnswersView(
        total=len(given),
        right=sum(went_well(answer) is True for answer in given),
        questions=len({answer.question for answer in given}),
        days=len({date_of(answer.at) for answer in given}),
        milliseconds=sum(answer.milliseconds for answer in given),
        first=given[0].at if given else None,
    )


def _by_day(answers: Mapping[str, Answered], today: date) -> Iterator[DayView]:
    first = today - timedelta(days=YEAR - 1)
    groups: dict[date, list[Answered]] = {}
    for answer in answers.values():
        groups.setdefault(date_of(answer.at), []).append(answer)
    for day in sorted(groups):
        if first <= day <= today:
            given = groups[day]
            right = sum(went_well(answer) is True for answer in given)
            yield DayView(day.isoformat(), len(given), right, sum(answer.milliseconds for answer in given))


def _pace(days: Sequence[DayView], today: date) -> int:
    first = (today - RECENT).isoformat()
    recent = [day.milliseconds for day in days if day.day > first]
    return round(sum(recent) / len(recent)) if recent else 0


def _forecast(due: Iterable[datetime], at: datetime) -> Iterator[ForecastDay]:
    today = date_of(at)
    counts = Counter(max(date_of(moment), today) for moment in due)
    for number in range(AHEAD):
        day = today + timedelta(days=number)
        yield ForecastDay(day.isoformat(), counts[day])


def _retention(low: float, high: float, sums: Tally) -> RetentionView:
    return RetentionView(low, high, sums.count, _rounded(sums.predicted), _rounded(sums.observed))


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


# --- Weak places ----------------------------------------------------------------------------------------------------


def _weakest(
    answers: Mapping[str, Answered],
    memories: Mapping[str, Memory],
    names: Mapping[str, Text],
    at: datetime,
    decay: float,
) -> tuple[WeakConcept, ...]:
    """Concepts of the bank by what is likely known of what was asked, the weakest first."""
    given = Counter(concept_of(answer.question) for answer in answers.values())
    wrong = Counter(concept_of(answer.question) for answer in answers.values() if went_well(answer) is False)
    likely: dict[str, list[float]] = {}
    for question, memory in memories.items():
        likely.setdefault(concept_of(question), []).append(retrievability(memory, at, decay=decay))
    weak = [
        WeakConcept(concept, names[concept], round(sum(each) / len(each), 4), given[concept], wrong[concept])
        for concept, each in likely.items()
        if concept in names and given[concept] >= _ENOUGH and wrong[concept]
    ]
    return tuple(sorted(weak, key=lambda concept: (concept.likely, concept.slug))[:MOST])


def _wrongly_answered(index: Index, answers: Mapping[str, Answered]) -> dict[str, Question]:
    """The questions that went wrong and are still in the bank."""
    found: dict[str, Question] = {}
    for name in {answer.question for answer in answers.values() if answer.right is False}:
        try:
            found[name] = index.question(name)
        except NotFound:
            continue
    return found


# --- Confidence -----------------------------------------------------------------------------------------------------


def _judged(answers: Iterable[Answered]) -> Iterator[tuple[Answered, Outcome]]:
    for answer in answers:
        right = went_well(answer)
        if answer.confidence is not None and right is not None:
            yield answer, Outcome(answer.at, answer.confidence, right)


def _calibration(index: Index, answers: Mapping[str, Answered]) -> tuple[BrierView, ...]:
    topics = {row.slug: row.topic for row in index.concepts()}
    names = {topic.slug: topic.name for topic in index.topics()}
    judged = list(_judged(answers.values()))
    if not judged:
        return ()
    groups: dict[str, list[Outcome]] = {}
    for answer, outcome in judged:
        topic = topics.get(concept_of(answer.question))
        if topic is not None:
            groups.setdefault(topic, []).append(outcome)
    everything = _brier(None, Text("All topics", "全部主题"), [outcome for _, outcome in judged])
    return (everything, *(_brier(topic, names[topic], groups[topic]) for topic in names if topic in groups))


def _brier(topic: str | None, name: Text, outcomes: Sequence[Outcome]) -> BrierView:
    sums = tally(outcomes)
    return BrierView(topic, name, sums.count, _rounded(sums.predicted), _rounded(sums.observed), _rounded(sums.brier))


def _confidences(answers: Iterable[Answered]) -> tuple[ConfidenceView, ...]:
    groups: dict[float, list[Outcome]] = {}
    for _, outcome in _judged(answers):
        groups.setdefault(round(outcome.predicted, 2), []).append(outcome)
    return tuple(
        ConfidenceView(said, len(groups[said]), round(sum(each.right for each in groups[said]) / len(groups[said]), 4))
        for said in sorted(groups)
    )
