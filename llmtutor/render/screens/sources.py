"""Where a claim can be checked: references at the end of a page, or in short below an answer."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Source
from ..page import INDENT, Page
from ..styles import QUIET
from ..words import common as words


def draw_sources(page: Page, sources: Sequence[Source]) -> None:
    """Each reference, and quietly what it is the source for."""
    for source in sources:
        page.line(reference(page, source), indent=INDENT)
        page.line(source.supports, style=QUIET, indent=INDENT * 2)


def draw_sources_briefly(page: Page, sources: Sequence[Source]) -> None:
    """References only, quietly, after some air; of many authors the first."""
    if sources:
        page.blank()
    for source in sources:
        page.line(reference(page, source, brief=True), style=QUIET, indent=INDENT)


def reference(page: Page, source: Source, *, brief: bool = False) -> str:
    """Authors, year, title, and every way to find it, in the order of a bibliography."""
    authors = source.authors
    if brief and authors.count(",") > 2:
        authors = page.say(words.AND_OTHERS.fill(first=authors.partition(",")[0]))
    places = [source.venue, f"arXiv:{source.arxiv}" if source.arxiv else None, source.url]
    found = ". ".join(place for place in places if place)
    doubt = page.say(words.UNCONFIRMED) if source.unconfirmed else ""
    return f"{authors} ({source.year}). {source.title}. {found}{doubt}"
