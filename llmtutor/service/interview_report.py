"""The report of an interview, from its questions and the events of its session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..learn.variant import draw, fill
from ..model import Open, Question
from ..views.interview import InterviewedView, InterviewTopicView, InterviewView, PointView
from .interview_state import Interviewed
from .seat import Seat


def report(
    seat: Seat, minutes: int, milliseconds: int, came_up: Sequence[Interviewed], questions: Mapping[str, Question]
) -> InterviewView:
    """What came up, question by question and by topic. A question that was skipped counts with none of its points."""
    told = tuple(_view(seat, each, questions[each.question]) for each in came_up)
    missing = Counter[str]()
    for each in told:
        missing[each.concept] += sum(not point.named for point in each.points)
    return InterviewView(
        session=seat.session,
        at=seat.workspace.clock(),
        minutes=minutes,
        milliseconds=milliseconds,
        answered=sum(each.given is not None for each in told),
        named=sum(point.named for each in told for point in each.points),
        points=sum(len(each.points) for each in told),
        topics=tuple(_topics(seat, told)),
        questions=told,
        review=tuple(concept for concept, count in missing.most_common(3) if count),
    )


def _view(seat: Seat, each: Interviewed, question: Question) -> InterviewedView:
    body = question.body
    assert isinstance(body, Open)  # an interview draws no other
    setting = seat.desk.setting(question.concept)
    ticked = each.graded.points if each.graded else ()
    follow_up = body.follow_up
    spent = sum(answer.milliseconds for answer in (each.answer, each.follow_up) if answer is not None)
    return InterviewedView(
        question=question.id,
        concept=question.concept,
        name=setting.name,
        topic=setting.topic,
        level=question.level,
        prompt=fill(question.prompt, draw(question, 0)),
        given=str(each.answer.response) if each.answer else None,
        grade=each.graded.grade if each.graded else None,
        points=tuple(PointView(point.text, place in ticked) for place, point in enumerate(body.key_points)),
        model_answer=body.model_answer,
        follow_up_question=follow_up.question if follow_up else None,
        follow_up_given=str(each.follow_up.response) if each.follow_up else None,
        follow_up_answer=follow_up.answer if follow_up else None,
        milliseconds=spent,
    )


def _topics(seat: Seat, told: Sequence[InterviewedView]) -> Iterator[InterviewTopicView]:
    for topic in seat.index.topics():
        mine = [each for each in told if each.topic == topic.slug]
        if mine:
            points = [point for each in mine for point in each.points]
            yield InterviewTopicView(
                topic.slug, topic.name, len(mine), sum(point.named for point in points), len(points)
            )
