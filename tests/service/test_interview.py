"""A mock interview on a journal: asked against the clock, left and resumed, then ticked off and reported."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from llmtutor.errors import JournalBroken, NotFound
from llmtutor.learn.memory import remember
from llmtutor.model import Answered, Event, Grade
from llmtutor.service.interview import open_interview
from llmtutor.service.interview_state import Plan, Wish, read_plan, write_plan
from llmtutor.service.practice_acts import Answer, Asking, Hint, Next, Quit, SetGrade, Skip, StepView, Typed, Undo
from llmtutor.service.practice_session import open_quiz
from llmtutor.service.practice_state import Phase, Wanted
from llmtutor.service.progress_stats import collect_stats
from llmtutor.views.interview import InterviewView, ReviewView
from llmtutor.views.placement import PausedView
from llmtutor.views.practice import ComplaintView, GradedView, HintView, QuestionView, RevealView, UndoneView
from llmtutor.workspace import Workspace

from .small_graph import write_bank

START = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Room(Workspace):
    """A workspace whose clocks go when they are told to."""

    minutes = 0.0

    def clock(self) -> datetime:
        return START + timedelta(minutes=self.minutes)

    def monotonic(self) -> float:
        return 1000 + 60 * self.minutes


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room({"LLMTUTOR_HOME": str(tmp_path / "home"), "LLMTUTOR_BANK": str(write_bank(tmp_path))})


def events(room: Room) -> list[Event]:
    with room.journal(create=True) as journal:
        return [event for _, event in journal.events()]


def asked(views: tuple[StepView, ...]) -> QuestionView:
    view = views[-1]
    assert isinstance(view, QuestionView)
    return view


def tick_off(interview: Asking, views: tuple[StepView, ...], *points: int) -> InterviewView:
    while interview.phase is Phase.GRADING:
        assert isinstance(views[-2], QuestionView)
        assert isinstance(views[-1], RevealView)
        (graded,) = interview.send(SetGrade(Grade.GOOD, points))
        assert isinstance(graded, GradedView)
        views = interview.send(Next())
    assert interview.phase is Phase.ENDED
    assert isinstance(views[-1], InterviewView)
    return views[-1]


def test_from_the_first_question_to_the_report(room: Room) -> None:
    with open_interview(room, Wish(12), seed=1) as opening:
        interview = opening.quiz
        assert interview is not None
        views = interview.begin()
        first = asked(views)
        assert (first.position and first.position.total, first.hints, first.why) == (3, 0, None)
        room.minutes += 2
        follow_up = asked(interview.send(Typed("alpha is first\nthen beta")))
        assert follow_up.id == first.id
        assert follow_up.why is not None
        assert follow_up.prompt.en.startswith("And after")
        assert follow_up.position is not None
        assert follow_up.position.minutes_left == 10
        room.minutes += 1
        second = asked(interview.send(Answer("gamma")))
        assert second.id != first.id
        third = asked(interview.send(Skip()))
        assert {first.topic, second.topic, third.topic} == {"low", "high"}
        assert isinstance(interview.send(Typed("nothing of it"))[0], QuestionView)
        _, review, question, reveal = interview.send(Skip())
        assert isinstance(review, ReviewView)
        assert (review.answers, review.time_is_up) == (2, False)
        assert isinstance(reveal, RevealView)
        assert reveal.given == "alpha is first\nthen beta\n\ngamma"
        assert reveal.mentioned == (0, 1, 2)
        report = tick_off(interview, (question, reveal), 0, 1)
    assert (report.answered, report.named, report.points, report.milliseconds) == (2, 4, 9, 180_000)
    assert [each.given is None for each in report.questions] == [False, True, False]
    assert report.questions[0].follow_up_given == "gamma"
    assert {each.topic: each.questions for each in report.topics} == {"low": 2, "high": 1}
    assert report.review[0] == report.questions[1].concept


def test_a_follow_up_moves_no_memory(room: Room) -> None:
    with open_interview(room, Wish(4), seed=1) as opening:
        interview = opening.quiz
        assert interview is not None
        interview.begin()
        interview.send(Typed("alpha"))
        views = interview.send(Typed("gamma"))
        tick_off(interview, views)
    answers = [event for event in events(room) if isinstance(event, Answered)]
    assert [(answer.attempt, answer.grade) for answer in answers] == [(1, None), (2, None)]
    (memory,) = remember(events(room)).values()
    assert memory.reviews == 1
    told = collect_stats(room).answers
    assert (told.total, told.questions) == (1, 1)


def test_when_time_is_up_what_is_being_said_counts_and_no_more_is_asked(room: Room) -> None:
    with open_interview(room, Wish(12), seed=1) as opening:
        interview = opening.quiz
        assert interview is not None
        interview.begin()
        room.minutes += 12
        review, *views = interview.send(Typed("alpha"))
        assert isinstance(review, ReviewView)
        assert (review.answers, review.time_is_up) == (1, True)
        room.minutes += 60
        report = tick_off(interview, tuple(views))
    assert (report.milliseconds, len(report.questions)) == (12 * 60_000, 1)


def test_left_in_the_middle_it_goes_on_and_the_clock_stood_still(room: Room) -> None:
    with open_interview(room, Wish(12), seed=1) as opening:
        interview = opening.quiz
        assert interview is not None
        interview.begin()
        room.minutes += 3
        follow_up = asked(interview.send(Typed("alpha")))
        (paused,) = interview.send(Quit())
        assert isinstance(paused, PausedView)
        assert (paused.answered, paused.total) == (1, 3)
    room.minutes += 600
    with open_quiz(room, Wanted()) as quiz:  # a quiz in between is another thing
        assert quiz.notice is None
    with open_interview(room, Wish()) as opening:
        assert opening.notice is not None
        assert opening.quiz is not None
        assert asked(opening.quiz.begin()) == follow_up


def test_left_while_ticking_off_it_goes_on_there(room: Room) -> None:
    with open_interview(room, Wish(8), seed=1) as opening:
        interview = opening.quiz
        assert interview is not None
        interview.begin()
        for _ in range(4):
            views = interview.send(Typed("beta"))
        first = views[-1]
        interview.send(SetGrade(Grade.HARD, (1,)))
    with open_interview(room, Wish()) as opening:
        interview = opening.quiz
        assert interview is not None
        views = interview.begin()
        assert isinstance(views[-1], RevealView)
        assert isinstance(first, RevealView)
        assert views[-1].question != first.question
        report = tick_off(interview, views)
    assert [each.grade for each in report.questions] == [Grade.HARD, Grade.GOOD]
    with open_interview(room, Wish(4)) as opening:
        assert opening.notice is None


def test_finish_calls_the_time(room: Room) -> None:
    with open_interview(room, Wish(), finish=True) as opening:
        assert opening.quiz is None
        assert opening.nothing is not None
    with open_interview(room, Wish(12), seed=1) as opening:
        assert opening.quiz is not None
        opening.quiz.begin()
        opening.quiz.send(Typed("alpha"))
    with open_interview(room, Wish(), finish=True) as opening:
        assert opening.quiz is not None
        assert tick_off(opening.quiz, opening.quiz.begin(), 0).named == 1


def test_who_asks_for_another_one_gets_it_and_is_told(room: Room) -> None:
    with open_interview(room, Wish(12), seed=1) as opening:
        assert opening.quiz is not None
        opening.quiz.begin()
    with open_interview(room, Wish(12, topic="high"), seed=1) as opening:
        assert opening.notice is not None
        assert "given up" in opening.notice.en
        assert opening.quiz is not None
        assert asked(opening.quiz.begin()).topic == "high"


def test_an_answer_can_be_taken_back_until_the_end(room: Room) -> None:
    with open_interview(room, Wish(4), seed=1) as opening:
        interview = opening.quiz
        assert interview is not None
        first = asked(interview.begin())
        interview.send(Typed("wrong"))
        undone, again = interview.send(Undo())
        assert isinstance(undone, UndoneView)
        assert (undone.question, again) == (first.id, first)
        assert isinstance(interview.send(Undo())[0], UndoneView)
        interview.send(Typed("right"))
        *_, reveal = interview.send(Skip())
        assert isinstance(reveal, RevealView)
        assert reveal.given == "right"


def test_what_does_not_fit_changes_nothing(room: Room) -> None:
    with open_interview(room, Wish(4), seed=1) as opening:
        interview = opening.quiz
        assert interview is not None
        interview.begin()
        assert isinstance(interview.send(Next())[0], ComplaintView)
        assert isinstance(interview.send(SetGrade(Grade.GOOD))[0], ComplaintView)
        assert isinstance(interview.send(Answer(["a", "list"]))[0], ComplaintView)
        assert isinstance(interview.send(Hint())[0], HintView)
        assert events(room) == []
        interview.send(Typed("x"))
        interview.send(Skip())
        assert isinstance(interview.send(Typed("x"))[0], ComplaintView)
        assert isinstance(interview.send(Undo())[0], ComplaintView)
        assert isinstance(interview.send(SetGrade(Grade.GOOD, (7,)))[0], ComplaintView)
        assert interview.phase is Phase.GRADING


def test_all_skipped_leaves_an_honest_report(room: Room) -> None:
    with open_interview(room, Wish(4), seed=1) as opening:
        interview = opening.quiz
        assert interview is not None
        interview.begin()
        views = interview.send(Skip())
    assert isinstance(views[-1], InterviewView)
    assert (views[-1].answered, views[-1].named, views[-1].points) == (0, 0, 3)


def test_there_may_be_nothing_to_ask(room: Room) -> None:
    with open_interview(room, Wish(level=5)) as opening:
        assert opening.quiz is None
        assert opening.nothing is not None
    with pytest.raises(NotFound), open_interview(room, Wish(topic="none")):
        pass
    with open_interview(room, Wish(4)), pytest.raises(JournalBroken), open_interview(room, Wish(4)):
        pass


def test_a_plan_comes_back_as_it_was_unless_it_is_old_or_strange() -> None:
    plan = Plan(30, ("a/b",), 7, topic="t", spent=5)
    body = write_plan(plan, START)
    assert read_plan(body, START + timedelta(hours=20)) == plan
    assert read_plan(body, START + timedelta(days=2)) is None
    for strange in ("", "[]", "{}", body.replace('"format": 1', '"format": 2'), body.replace("30", '"x"')):
        assert read_plan(strange, START) is None
