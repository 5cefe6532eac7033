"""One question at a time, for scripts: next, answer, grade, undo. The same grader and the same journal as the quiz."""

from __future__ import annotations

import json
from dataclasses import replace

from ..errors import NotFound, Usage
from ..learn.unreadable import Unreadable
from ..learn.variant import draw
from ..model import Cloze, Grade, Matching, MultipleChoice, Open, Ordering, Placed, Question, Retracted, Text
from ..views.practice import GradedView, NothingView, QuestionView, RevealView, UndoneView, VerdictView
from ..workspace import Workspace
from .practice_acts import Answer, Typed
from .practice_answer import Attempt, check_points, make_answer, make_grade, view_answered, view_graded
from .practice_choice import choose
from .practice_desk import Moment, StoredDesk
from .practice_state import Wanted, variant_seed
from .practice_views import view_question


def next_question(workspace: Workspace, wanted: Wanted) -> QuestionView | NothingView:
    """The question that a quiz would ask first. Nothing is written."""
    seed = workspace.new_seed() if wanted.seed is None else wanted.seed
    with workspace.index() as index:
        journal = workspace.journal(create=False)
        try:
            drawn = choose(index, journal, workspace.settings, wanted, at=workspace.clock(), seed=seed, keep=False)
        finally:
            if journal is not None:
                journal.close()
        if isinstance(drawn, NothingView):
            return drawn
        question = index.question(drawn[0].question)
        row = next(row for row in index.concepts() if row.slug == question.concept)
    variant = draw(question, variant_seed(seed, question.id, 1))
    return view_question(question, variant, name=row.name, topic=row.topic, why=drawn[0].why)


def answer_question(
    workspace: Workspace,
    key: str,
    text: str,
    *,
    variant: int,
    grade: Grade | None = None,
    points: tuple[int, ...] = (),
    confidence: float | None = None,
) -> VerdictView | RevealView | GradedView:
    """Judge and record one answer to the question as `variant` shows it.

    An open answer is revealed; with a `grade` it is recorded as graded. Raises NotFound, Usage where it is no answer.
    """
    with workspace.index() as index:
        question = index.question(key)
        with workspace.journal(create=True) as journal:
            desk = StoredDesk(index, journal, workspace.settings)
            moment = _now(workspace)
            _check_points(question, points)
            try:
                given = replace(_given(question, text), confidence=confidence)
                answer = make_answer(question, variant, given, Attempt(moment.new_id()), desk, moment)
            except Unreadable as problem:
                raise Usage("unreadable-answer", problem.message, problem.hint) from None
            graded = make_grade(answer, grade, points, desk, moment) if grade else None
            view: VerdictView | RevealView | GradedView
            if graded and isinstance(question.body, Open):
                view = view_graded(answer, graded, desk, answer)
            else:
                view = view_answered(question, answer, desk, graded)
            journal.append(answer, *([graded] if graded else []))
    return view


def grade_answer(workspace: Workspace, event: str, grade: Grade, points: tuple[int, ...] = ()) -> GradedView:
    """Set or change the grade of a recorded answer. Raises NotFound where there is none, or it was taken back."""
    with workspace.index() as index:
        journal = workspace.journal(create=False)
        if journal is None:
            raise _no_such_answer(event)
        with journal:
            answer = journal.find(event)
            if answer is None:
                raise _no_such_answer(event)
            _check_points(index.question(answer.question), points)
            desk = StoredDesk(index, journal, workspace.settings)
            graded = make_grade(answer, grade, points, desk, _now(workspace))
            view = view_graded(answer, graded, desk)
            journal.append(graded)
    return view


def undo_last(workspace: Workspace) -> UndoneView:
    """Take back the last answer, whichever session it was given in, or the placement that came after it."""
    journal = workspace.journal(create=False)
    if journal is None:
        return UndoneView(None, None, None)
    with journal:
        last = journal.last_act()
        if last is None:
            return UndoneView(None, None, None)
        retracted = Retracted(
            id=workspace.new_id(),
            device=journal.device,
            at=workspace.clock(),
            session=last.session,
            event=last.id,
        )
        journal.append(retracted)
    if isinstance(last, Placed):
        return UndoneView(None, last.id, last.at, len(last.known))
    return UndoneView(last.question, last.id, last.at)


def _now(workspace: Workspace) -> Moment:
    return Moment(workspace.clock(), workspace.monotonic(), workspace.new_id)


def _given(question: Question, text: str) -> Answer | Typed:
    """JSON where the kind has lists or pairs and the text is one, else what a person would type."""
    if isinstance(question.body, Cloze | MultipleChoice | Ordering | Matching) and text.lstrip()[:1] in ("[", "{"):
        try:
            return Answer(json.loads(text))
        except (ValueError, RecursionError):
            pass
    return Typed(text)


def _check_points(question: Question, points: tuple[int, ...]) -> None:
    if problem := check_points(question, points):
        raise Usage(problem.code, problem.message, problem.hint)


def _no_such_answer(event: str) -> NotFound:
    return NotFound(
        "unknown-answer",
        Text(f"no answer {event} is recorded", f"没有记录作答 {event}"),
        Text("verdict and reveal carry the id as `event`", "verdict 与 reveal 的 `event` 字段就是它的标识"),
    )
