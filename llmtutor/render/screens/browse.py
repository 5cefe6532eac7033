"""explain, list."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Snippet, Text
from ...views.browse import ConceptsView, ConceptView, QuestionsView, SnippetsView, TopicsView
from ..figures import draw_figure
from ..page import INDENT, Page, Piece
from ..styles import CODE, QUIET
from ..words import browse as words
from ..words import common
from .search import named
from .sources import draw_sources

# The best known come first in a bank; the rest is what people type, of use to search.
_MOST_ALIASES = 12


def draw_concept(page: Page, view: ConceptView) -> None:
    """Everything about one concept, to be read from top to bottom."""
    other = view.name.zh if page.lang == "en" else view.name.en
    same = other == view.name[page.lang]
    page.heading(view.name, page.clean("" if same else f"  {other}", QUIET), aside=_place(page, view))
    page.blank()
    page.line(page.inline(view.summary), indent=INDENT)
    _draw_markdown(page, view.explanation)
    if view.formulas:
        page.section(words.FORMULA if len(view.formulas) == 1 else words.FORMULAS)
        for formula in view.formulas:
            draw_formula(page, formula)
    if view.snippet is not None:
        draw_snippet(page, view.snippet)
    if view.pitfalls:
        page.section(words.PITFALLS)
        for pitfall in view.pitfalls:
            page.blank()
            page.line(page.inline(pitfall.text), lead=bullet(page), indent=INDENT)
    _draw_neighbours(page, view)
    if view.sources:
        checked = [words.VERIFIED.fill(month=view.verified)] if view.verified else []
        page.section(common.SOURCES, aside=checked)
        draw_sources(page, view.sources)


def _place(page: Page, view: ConceptView) -> list[Piece]:
    return [view.topic.name, common.LEVEL.fill(level=view.level)]


def _draw_neighbours(page: Page, view: ConceptView) -> None:
    rows: list[tuple[Text, Piece | Sequence[Piece]]] = []
    if view.requires:
        rows.append((words.REQUIRES, [named(page, near) for near in view.requires]))
    if view.required_by:
        rows.append((words.NEEDED_FOR, [named(page, near) for near in view.required_by]))
    if view.programs:
        rows.append((words.MORE_PROGRAMS, [page.clean(f"llmtutor run {name}", CODE) for name in view.programs]))
    if view.questions:
        count = page.clean(common.QUESTIONS.of(len(view.questions)))
        command = page.clean(f"llmtutor quiz --concept {view.slug}", CODE)
        rows.append((words.PRACTISE, [count, command]))
    if view.aliases[page.lang]:
        separator = "、" if page.lang == "zh" else ", "
        rows.append((words.ALSO_CALLED, page.join(view.aliases[page.lang][:_MOST_ALIASES], separator)))
    if rows:
        page.blank()
        page.facts(rows, indent=0)


def draw_formula(page: Page, latex: str) -> None:
    """In two dimensions, or on one line where the page is linear or there is no room; else as it is written."""
    from ...formula import FormulaProblem, draw

    page.blank()
    indent = INDENT * 2
    room = page.width - page.margin(indent)
    try:
        drawn = draw(latex, room, linear=page.linear)
    except FormulaProblem:
        drawn = latex
    page.listing(page.clean(drawn), indent=indent)


def draw_snippet(page: Page, snippet: Snippet) -> None:
    """A program under its name, and what it printed when it was recorded."""
    page.section(words.PROGRAM, aside=[f"{snippet.name}.py"])
    page.code(snippet.code)
    page.blank()
    page.line(words.PRINTS, style=QUIET, indent=INDENT)
    page.blank()
    page.code(snippet.output, language="")
    for figure in snippet.figures:
        draw_figure(page, figure)


def _draw_markdown(page: Page, text: Text) -> None:
    from ..markdown import draw_markdown

    draw_markdown(page, text[page.lang])


def bullet(page: Page) -> str:
    return "- " if page.linear else "• "


def draw_topics(page: Page, view: TopicsView) -> None:
    """Topics in teaching order."""
    rows: list[list[Piece]] = [
        [topic.name, page.clean(topic.slug, QUIET), f"{topic.concepts:,}", f"{topic.questions:,}"]
        for topic in view.topics
    ]
    head = [words.TOPIC, Text("", ""), words.CONCEPT_COUNT, words.QUESTION_COUNT]
    if rows:
        page.table(rows, head=head, numbers=(2, 3))
    else:
        page.line(words.EMPTY_LIST, style=QUIET)


def draw_concepts(page: Page, view: ConceptsView) -> None:
    """Concepts in teaching order, by topic."""
    for topic, name in {concept.topic: concept.topic_name for concept in view.concepts}.items():
        page.section(name, aside=[page.clean(topic, QUIET)])
        rows: list[list[Piece]] = [
            [
                concept.name,
                page.clean(concept.slug, QUIET),
                common.LEVEL.fill(level=concept.level),
                common.QUESTIONS.of(concept.questions),
            ]
            for concept in view.concepts
            if concept.topic == topic
        ]
        page.table(rows, indent=INDENT)
    if not view.concepts:
        page.line(words.EMPTY_LIST, style=QUIET)


def draw_questions(page: Page, view: QuestionsView) -> None:
    """Each question by its id, and what it asks."""
    for row in view.questions:
        page.heading(row.id, aside=[common.KINDS.get(row.kind, row.kind), common.LEVEL.fill(level=row.level)])
        page.line(page.inline(row.prompt), indent=INDENT)
    if not view.questions:
        page.line(words.EMPTY_LIST, style=QUIET)


def draw_snippets(page: Page, view: SnippetsView) -> None:
    """Programs of the bank, each by its name, and what it shows."""
    for row in view.snippets:
        needs = [words.NEEDS.fill(packages=", ".join(row.needs))] if row.needs else []
        page.heading(row.name, aside=[words.LINES.of(row.lines), *needs])
        page.line(row.title, indent=INDENT)
    if not view.snippets:
        page.line(words.EMPTY_LIST, style=QUIET)
