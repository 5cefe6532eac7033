"""explain, list, show: reading the bank. Nothing here opens the journal."""

from __future__ import annotations

from ..learn.grade import key
from ..learn.variant import draw, fill
from ..model import Open, Question
from ..views.browse import (
    ConceptRow,
    ConceptsView,
    ConceptView,
    QuestionRow,
    QuestionsView,
    ShownView,
    SnippetRow,
    SnippetsView,
    TopicRow,
    TopicsView,
)
from ..views.practice import AnswerView
from ..views.search import NamedView
from ..workspace import Workspace
from .names import check_topic, find_concept
from .practice_views import view_question


def explain_concept(workspace: Workspace, name: str) -> ConceptView:
    """Everything about one concept, named by slug, name or alias in either language."""
    with workspace.index() as index:
        concept = index.concept(find_concept(index, name))
        rows = {row.slug: row for row in index.concepts()}
        topic = next(topic for topic in index.topics() if topic.slug == concept.topic)
        questions = tuple(row.id for row in index.questions(concept=concept.slug))
        snippet = index.snippet(concept.snippet) if concept.snippet else None
    return ConceptView(
        slug=concept.slug,
        topic=NamedView(topic.slug, topic.name),
        name=concept.name,
        aliases=concept.aliases,
        level=concept.level,
        summary=concept.summary,
        explanation=concept.explanation,
        formulas=concept.formulas,
        pitfalls=concept.pitfalls,
        snippet=snippet,
        requires=tuple(NamedView(slug, rows[slug].name) for slug in concept.requires),
        required_by=tuple(NamedView(row.slug, row.name) for row in rows.values() if concept.slug in row.requires),
        questions=questions,
        covers=concept.covers,
        sources=concept.sources,
        verified=concept.verified,
        programs=concept.programs,
    )


def list_topics(workspace: Workspace) -> TopicsView:
    with workspace.index() as index:
        concepts, questions = index.concepts(), index.questions()
        rows = tuple(
            TopicRow(
                topic.slug,
                topic.name,
                sum(row.topic == topic.slug for row in concepts),
                sum(row.topic == topic.slug for row in questions),
            )
            for topic in index.topics()
        )
    return TopicsView(tuple(row for row in rows if row.concepts))


def list_concepts(workspace: Workspace, *, topic: str | None = None, level: int | None = None) -> ConceptsView:
    with workspace.index() as index:
        check_topic(index, topic)
        topics = {each.slug: each.name for each in index.topics()}
        rows = tuple(
            ConceptRow(r.slug, r.name, r.topic, r.level, r.requires, r.covers, r.questions, r.snippet, topics[r.topic])
            for r in index.concepts()
            if topic in (None, r.topic) and level in (None, r.level)
        )
    return ConceptsView(rows)


def list_questions(
    workspace: Workspace,
    *,
    topic: str | None = None,
    concept: str | None = None,
    level: int | None = None,
    kind: str | None = None,
) -> QuestionsView:
    with workspace.index() as index:
        check_topic(index, topic)
        slug = find_concept(index, concept) if concept else None
        rows = tuple(
            QuestionRow(r.id, r.kind, r.concept, r.topic, r.level, r.covers, r.corrects, r.prompt)
            for r in index.questions(topic=topic, concept=slug, level=level, kind=kind)
        )
    return QuestionsView(rows)


def list_snippets(workspace: Workspace) -> SnippetsView:
    with workspace.index() as index:
        rows = tuple(SnippetRow(s.name, s.concept, s.title, s.lines, s.needs) for s in index.snippets())
    return SnippetsView(rows)


def show_question(workspace: Workspace, question_id: str, *, variant: int = 0, answer: bool = False) -> ShownView:
    """One question as variant `variant` shows it; its key only on demand."""
    with workspace.index() as index:
        question = index.question(question_id)
        row = next(row for row in index.concepts() if row.slug == question.concept)
    drawn = draw(question, variant)
    shown = view_question(question, drawn, name=row.name, topic=row.topic)
    return ShownView(shown, view_key(question, variant) if answer else None)


def view_key(question: Question, seed: int) -> AnswerView:
    """The right answer of the variant that `seed` draws."""
    body = question.body
    drawn = draw(question, seed)
    expected, feedback = (body.model_answer, ()) if isinstance(body, Open) else key(question, drawn)
    follow_up = body.follow_up if isinstance(body, Open) else None
    return AnswerView(
        question=question.id,
        variant=seed,
        expected=expected,
        feedback=feedback,
        explanation=None if isinstance(body, Open) else fill(question.explanation, drawn),
        model_answer=body.model_answer if isinstance(body, Open) else None,
        key_points=body.key_points if isinstance(body, Open) else (),
        follow_up_question=follow_up.question if follow_up else None,
        follow_up_answer=follow_up.answer if follow_up else None,
        sources=question.sources,
    )
