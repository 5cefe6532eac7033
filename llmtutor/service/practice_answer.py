"""An answer and a grade as events, and as what is told of them before they are appended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..learn.grade import judge, read_response
from ..learn.memory import grade_of, remember
from ..learn.variant import draw
from ..model import Answered, Event, Grade, Graded, Memory, Open, Question, Response, Text
from ..views.practice import ComplaintView, GradedView, RevealView, VerdictView
from .practice_acts import Answer, Typed
from .practice_desk import Desk, Moment
from .practice_response import check_response, clean_text
from .practice_views import view_reveal, view_verdict


@dataclass(frozen=True, slots=True)
class Attempt:
    """How an answer came about: in which session, after how many hints, at which try, in how long."""

    session: str
    hints: int = 0
    number: int = 1
    milliseconds: int = 0


def make_answer(
    question: Question, seed: int, given: Answer | Typed, attempt: Attempt, desk: Desk, moment: Moment
) -> Answered:
    """The event of an answer, judged; without a grade where the question is open. Raises Unreadable."""
    variant = draw(question, seed)
    response: Response
    if isinstance(given, Typed):
        response = read_response(question, variant, clean_text(given.text))
    else:
        response = check_response(question, given.response)
    verdict = None if isinstance(question.body, Open) else judge(question, variant, response)
    return Answered(
        id=moment.new_id(),
        device=desk.device,
        at=moment.at,
        session=attempt.session,
        bank=desk.setting(question.concept).bank,
        question=question.id,
        digest=question.digest,
        variant=seed,
        response=response,
        right=verdict.right if verdict else None,
        score=verdict.score if verdict else None,
        grade=grade_of(question.kind, verdict, attempt.hints, attempt.number) if verdict else None,
        hints=attempt.hints,
        attempt=attempt.number,
        milliseconds=attempt.milliseconds,
        confidence=given.confidence,
        misconceptions=verdict.misconceptions if verdict else (),
    )


def view_answered(
    question: Question, answer: Answered, desk: Desk, graded: Graded | None = None, *, returns: bool = False
) -> VerdictView | RevealView:
    """What follows an answer that is not appended yet: its verdict, or the model answer where it has no grade."""
    grade = graded.grade if graded else answer.grade
    if grade is None or isinstance(question.body, Open):
        return view_reveal(question, answer)
    memory = recollect(desk, question.id, answer.at, answer, *([graded] if graded else []))
    verdict = judge(question, draw(question, answer.variant), answer.response)
    return view_verdict(question, answer, verdict, grade, memory, returns=returns)


def recollect(desk: Desk, question: str, at: datetime, *events: Event) -> Memory | None:
    """What is known of a question at `at`, once `events` have happened too."""
    events = (*desk.history(question), *events)
    return remember(events, desk.desired_retention, parameters=desk.weights, until=at).get(question)


def make_grade(answer: Answered, grade: Grade, points: tuple[int, ...], desk: Desk, moment: Moment) -> Graded:
    return Graded(
        id=moment.new_id(),
        device=desk.device,
        at=moment.at,
        session=answer.session,
        event=answer.id,
        grade=grade,
        points=points,
    )


def view_graded(answer: Answered, graded: Graded, desk: Desk, *more: Event, returns: bool = False) -> GradedView:
    """What a grade that is not appended yet leads to; `more` happened just before it."""
    memory = recollect(desk, answer.question, graded.at, *more, graded)
    return GradedView(answer.question, answer.id, graded.grade, memory.due if memory else None, returns)


def check_points(question: Question, points: Sequence[int]) -> ComplaintView | None:
    """A complaint where a point is named that the question does not have."""
    count = len(question.body.key_points) if isinstance(question.body, Open) else 0
    if all(0 <= point < count for point in points):
        return None
    span = f"0-{count - 1}" if count else "-"
    return ComplaintView(
        "bad-points",
        Text("There is no such key point.", "没有这样的要点。"),
        Text(f"Key points of this question: {span}", f"本题的要点编号：{span}"),
    )
