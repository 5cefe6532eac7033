"""history: the answers that stand, one by one, newest first."""

from __future__ import annotations

from collections.abc import Mapping

from ..learn.mastery import concept_of
from ..model import Answered, Response, Text
from ..store.rows import QuestionEntry
from ..views.learning import AnsweredView, HistoryView
from ..workspace import Workspace
from .progress_stats import follows_up, standing_answers, went_well


def list_answers(workspace: Workspace, limit: int | None) -> HistoryView:
    """The last `limit` answers, or all of them, newest first. Nothing is written."""
    with workspace.index() as index:
        rows = {row.id: row for row in index.questions()}
        names = {row.slug: row.name for row in index.concepts()}
    journal = workspace.journal(create=False)
    if journal is None:
        return HistoryView(0, ())
    with journal:
        recent = journal.recent(limit)
        events = journal.with_replies(answer.id for answer in recent)
        total = journal.count_answers()
    # One that is dated ahead is history as well; only the memory waits for it.
    answers = standing_answers(events, max((answer.at for answer in recent), default=workspace.clock()))
    return HistoryView(
        total, tuple(_view(answers[answer.id], rows, names) for answer in recent if answer.id in answers)
    )


def _view(answer: Answered, rows: Mapping[str, QuestionEntry], names: Mapping[str, Text]) -> AnsweredView:
    row = rows.get(answer.question)
    concept = concept_of(answer.question)
    return AnsweredView(
        at=answer.at,
        event=answer.id,
        session=answer.session,
        question=answer.question,
        concept=concept,
        name=names.get(concept),
        topic=row.topic if row else None,
        level=row.level if row else None,
        kind=row.kind if row else None,
        response=write_response(answer.response),
        right=went_well(answer),
        score=answer.score,
        grade=answer.grade,
        hints=answer.hints,
        attempt=answer.attempt,
        milliseconds=answer.milliseconds,
        confidence=answer.confidence,
        follows_up=follows_up(answer),
    )


def write_response(response: Response) -> str:
    """A response as one would type it: `B`, `A; C`, `true`, `one; two`, `1B 2A`."""
    match response:
        case bool():
            return str(response).lower()
        case list():
            return "; ".join(response)
        case dict():
            return " ".join(f"{left}{right}" for left, right in response.items())
    return str(response)
