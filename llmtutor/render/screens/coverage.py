"""bank coverage: which item of the source article is taught, asked and corrected where."""

from __future__ import annotations

from ...views.upkeep import CoverageView
from ..page import INDENT, Page, Piece
from ..styles import QUIET, RIGHT, STRONG, WRONG
from ..words import coverage as words


def draw_coverage(page: Page, view: CoverageView) -> None:
    """Items, then errata, each with where it is dealt with; what is missing is said, and counted at the end."""
    if view.items:
        page.section(words.ITEMS)
    for item in view.items:
        page.line(item.asks, lead=page.clean(f"{item.id}  ", STRONG), indent=INDENT)
        where: list[Piece] = [*item.concepts, *item.answered]
        if item.id in view.untaught:
            where.append(page.clean(words.UNTAUGHT, WRONG))
        if item.id in view.unasked:
            where.append(page.clean(words.UNASKED, WRONG))
        page.flow(where, style=QUIET, indent=INDENT * 2)
    if view.errata:
        page.section(words.ERRATA)
    for erratum in view.errata:
        severity = page.clean(f" · {page.say(words.SEVERITIES[erratum.severity])}", QUIET)
        page.line(page.clean(erratum.id, STRONG), severity, indent=INDENT)
        page.line(erratum.truth, indent=INDENT * 2)
        missing = [page.clean(words.UNCORRECTED, WRONG)] if erratum.id in view.uncorrected else []
        page.flow([*erratum.where, *missing], style=QUIET, indent=INDENT * 2)
    page.blank()
    lacking: list[Piece] = [
        phrase.of(len(names))
        for phrase, names in (
            (words.COUNT_UNTAUGHT, view.untaught),
            (words.COUNT_UNASKED, view.unasked),
            (words.COUNT_UNCORRECTED, view.uncorrected),
        )
        if names
    ]
    verdict = page.say(words.INCOMPLETE if lacking else words.COMPLETE)
    head = page.clean(page.symbol("✗" if lacking else "✓") + verdict, WRONG if lacking else RIGHT)
    counted = [words.COUNT_ITEMS.of(len(view.items)), words.COUNT_ERRATA.of(len(view.errata))]
    page.flow([head, *lacking, *(page.clean(each, QUIET) for each in counted)])
