"""search."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text as Styled

from ...views.search import HitView, NamedView, SearchView, Span
from ..page import INDENT, Page, Piece
from ..styles import CODE, MARK, QUIET, STRONG
from ..visible import visible
from ..words import search as words


def draw_search(page: Page, view: SearchView) -> None:
    """Hits by kind, the kind of the best hit first; each keeps the number of its rank."""
    if not view.hits:
        page.line(words.NO_HITS.fill(query=view.query))
        if view.nearest:
            page.blank()
            page.line(words.NEAREST)
            for near in view.nearest:
                page.line(named(page, near), indent=INDENT)
        return
    _draw_count(page, view)
    for group in dict.fromkeys(hit.type for hit in view.hits):
        page.section(words.GROUPS[group])
        for number, hit in enumerate(view.hits, 1):
            if hit.type == group:
                _draw_hit(page, number, hit, len(str(len(view.hits))))
    if page.folds:  # advice is for people; a pipe gets the hits alone
        page.blank()
        best = view.hits[0]
        command = {"concept": "explain", "question": "show", "snippet": "run"}[best.type]
        page.line(page.clean(words.READ_ON, QUIET), " ", page.clean(f"llmtutor {command} {best.id}", CODE))


def _draw_count(page: Page, view: SearchView) -> None:
    hits = words.HITS.of(view.total)
    if view.total > len(view.hits):
        hits = words.FIRST_HITS.fill(shown=len(view.hits), hits=hits)
    told: list[Piece] = [words.HITS_FOR.fill(hits=hits, query=view.corrected or view.query)]
    if view.corrected is not None:
        told.append(words.CORRECTED.fill(query=view.query))
    page.flow(told, style=QUIET)


def _draw_hit(page: Page, number: int, hit: HitView, digits: int) -> None:
    page.blank()
    lead = page.clean(f"{number:>{digits}}  ", STRONG)
    space = " " * cell_len(lead.plain)
    aside = page.clean(f"  {hit.id}", QUIET)
    title = page.clean(hit.title, STRONG)
    if "\n" in title.plain or not title.plain.strip():
        title = page.clean(hit.id, STRONG)
    page.line(title, aside, lead=lead, indent=INDENT)
    if hit.excerpt[page.lang].strip():
        spans = hit.marks.en if page.lang == "en" else hit.marks.zh
        page.line(marked(hit.excerpt[page.lang], spans), lead=space, indent=INDENT)
    if hit.why is not None:
        page.line(hit.why, style=QUIET, lead=space, indent=INDENT)


def marked(text: str, spans: Sequence[Span]) -> Styled:
    """`text` with its matches set off; spans count characters of `text`, so they are cut before anything is escaped."""
    styled, end = Styled(), 0
    for first, last in sorted(spans):
        first, last = max(first, end), min(last, len(text))
        if first < last:
            styled.append(visible(text[end:first])).append(visible(text[first:last]), MARK)
            end = last
    return styled.append(visible(text[end:]))


def named(page: Page, concept: NamedView) -> Styled:
    """A concept by its name, and quietly by what one types."""
    return page.clean(concept.name) + page.clean(f" ({concept.slug})", QUIET)
