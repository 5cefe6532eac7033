"""The quiz as a pure state machine: (state, act) -> (state, views, events to append). Keys and JSON Lines drive it.

    asking --answer--> judged --next--> asking ... ended
    asking --answer--> grading --grade--> judged            an open answer: revealed, then graded by who gave it
    asking --skip--> asking        asking --hint--> asking        any --undo--> asking        any --quit--> ended

Nothing is written here: `practice_session` appends the events before it hands out the views. What must be looked up
comes from a `Desk`, the time and new ids from a `Moment`. An act that does not fit is answered by a complaint.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..learn.unreadable import Unreadable
from ..learn.variant import draw
from ..model import Event, Grade, Retracted, Skipped, Text
from ..views.practice import ComplaintView, HintView, PositionView, SkippedView, UndoneView
from .practice_acts import Act, Answer, Hint, Next, Quit, SetGrade, Skip, StepView, Typed, Undo
from .practice_answer import Attempt, check_points, make_answer, make_grade, view_answered, view_graded
from .practice_desk import Desk, Moment
from .practice_state import Phase, Showing, State, place_of, schedule_return
from .practice_summary import summarize
from .practice_views import view_question, view_reveal


@dataclass(frozen=True, slots=True)
class Turn:
    """What an act led to: `events` are to be committed before anybody sees the views."""

    state: State
    views: tuple[StepView, ...]
    events: tuple[Event, ...] = ()


def step(state: State, act: Act, desk: Desk, moment: Moment) -> Turn:
    """One act. An act that does not fit changes nothing."""
    match act, state.phase:
        case _, Phase.ENDED:
            raise ValueError("the quiz has ended")
        case Quit(), _:
            finished = state.phase is Phase.JUDGED and not state.ahead
            return _end(state, desk, moment, (), (), finished=finished)
        case Undo(), _:
            return _undo(state, desk, moment)
        case SetGrade(grade, points), _:
            return _set_grade(state, grade, points, desk, moment)
        case Next(), Phase.JUDGED:
            return _go_on(state, desk, moment)
        case (Answer() | Typed()) as given, Phase.ASKING:
            return _answer(state, given, desk, moment)
        case Hint(), Phase.ASKING:
            return _hint(state, desk)
        case Skip(), Phase.ASKING:
            return _skip(state, desk, moment)
    return Turn(state, (_NOT_NOW[state.phase],))


def show_again(state: State, desk: Desk) -> StepView:
    """What stands on the screen while asking or grading: the question, or the revealed answer."""
    answer = desk.last(state.session)
    if state.phase is Phase.GRADING and answer is not None and answer.id == state.event:
        return view_reveal(desk.question(answer.question), answer)
    card = state.card
    question = desk.question(card.question)
    setting = desk.setting(question.concept)
    return view_question(
        question,
        draw(question, state.variant),
        name=setting.name,
        topic=setting.topic,
        position=PositionView(state.showing.place + 1, len(state.drawn), state.showing.attempt - 1),
        why=card.why,
    )


def _answer(state: State, given: Answer | Typed, desk: Desk, moment: Moment) -> Turn:
    question = desk.question(state.card.question)
    attempt = Attempt(
        session=state.session,
        hints=state.hints,
        number=state.showing.attempt,
        milliseconds=max(0, round((moment.ticks - state.since) * 1000)),
    )
    try:
        answer = make_answer(question, state.variant, given, attempt, desk, moment)
    except Unreadable as problem:
        return Turn(state, (ComplaintView("unreadable-answer", problem.message, problem.hint),))
    after = replace(state, phase=Phase.JUDGED if answer.grade else Phase.GRADING, event=answer.id)
    if answer.grade:
        after = schedule_return(after, state.showing, answer.grade)
    returns = after.returns and not after.is_over(moment.ticks)
    return Turn(after, (view_answered(question, answer, desk, returns=returns),), (answer,))


def _set_grade(state: State, grade: Grade, points: tuple[int, ...], desk: Desk, moment: Moment) -> Turn:
    answer = desk.last(state.session)
    place = place_of(state, answer.question) if answer else None
    if answer is None or place is None:
        return Turn(state, (_NOT_NOW[Phase.ASKING],))
    question = desk.question(answer.question)
    if problem := check_points(question, points):
        return Turn(state, (problem,))
    graded = make_grade(answer, grade, points, desk, moment)
    after = schedule_return(state, Showing(place, answer.attempt), grade)
    if state.phase is Phase.GRADING:
        after = replace(after, phase=Phase.JUDGED)
    returns = any(other.place == place for other in after.ahead) and not after.is_over(moment.ticks)
    return Turn(after, (view_graded(answer, graded, desk, returns=returns),), (graded,))


def _hint(state: State, desk: Desk) -> Turn:
    question = desk.question(state.card.question)
    total = len(question.hints)
    if state.hints >= total:
        return Turn(state, (HintView(question.id, total, total, None),))
    text = question.hints[state.hints]
    after = replace(state, hints=state.hints + 1)
    return Turn(after, (HintView(question.id, after.hints, total, text),))


def _skip(state: State, desk: Desk, moment: Moment) -> Turn:
    question = desk.question(state.card.question)
    skipped = Skipped(
        id=moment.new_id(),
        device=desk.device,
        at=moment.at,
        session=state.session,
        bank=desk.setting(question.concept).bank,
        question=question.id,
    )
    return _go_on(state, desk, moment, (SkippedView(question.id),), (skipped,))


def _undo(state: State, desk: Desk, moment: Moment) -> Turn:
    answer = desk.last(state.session)
    place = place_of(state, answer.question) if answer else None
    if answer is None or place is None:
        return Turn(state, (UndoneView(None, None, None), show_again(state, desk)))
    retracted = Retracted(id=moment.new_id(), device=desk.device, at=moment.at, session=state.session, event=answer.id)
    showing = Showing(place, answer.attempt)
    ahead = (state.showing, *state.ahead) if state.phase is Phase.ASKING else state.ahead
    after = replace(
        state,
        showing=showing,
        ahead=tuple(other for other in ahead if other != Showing(place, answer.attempt + 1)),
        phase=Phase.ASKING,
        hints=answer.hints,
        event=None,
        since=moment.ticks,
    )
    return Turn(after, (UndoneView(answer.question, answer.id, answer.at), show_again(after, desk)), (retracted,))


def _go_on(
    state: State,
    desk: Desk,
    moment: Moment,
    views: tuple[StepView, ...] = (),
    events: tuple[Event, ...] = (),
) -> Turn:
    if not state.ahead or state.is_over(moment.ticks):
        return _end(state, desk, moment, views, events, finished=True)
    after = replace(
        state,
        showing=state.ahead[0],
        ahead=state.ahead[1:],
        phase=Phase.ASKING,
        hints=0,
        event=None,
        since=moment.ticks,
    )
    return Turn(after, (*views, show_again(after, desk)), events)


def _end(
    state: State, desk: Desk, moment: Moment, views: tuple[StepView, ...], events: tuple[Event, ...], *, finished: bool
) -> Turn:
    summary = summarize(state, desk, moment, events, finished=finished)
    return Turn(replace(state, phase=Phase.ENDED), (*views, summary), events)


_NOT_NOW: dict[Phase, ComplaintView] = {
    Phase.ASKING: ComplaintView(
        "not-now",
        Text("A question is waiting for its answer.", "这道题还没有作答。"),
        Text("Answer it, ask for a hint, or skip it", "请先作答，也可以看提示或跳过"),
    ),
    Phase.GRADING: ComplaintView(
        "not-now",
        Text("The answer is waiting for your grade.", "请先为这次作答评分。"),
        Text("1 Again, 2 Hard, 3 Good, 4 Easy", "1 重来，2 困难，3 良好，4 轻松"),
    ),
    Phase.JUDGED: ComplaintView(
        "not-now",
        Text("This question is answered.", "这道题已经答过了。"),
        Text("Go on to the next one, or undo", "请进入下一题，或撤销"),
    ),
}
