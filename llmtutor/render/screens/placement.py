"""What a placement test came to, and what is said when one leaves in the middle."""

from __future__ import annotations

from ...views.placement import PausedView, PlacementView
from ..page import INDENT, Page
from ..styles import CODE, QUIET, STRONG
from ..words import placement as words


def draw_placement(page: Page, view: PlacementView) -> None:
    page.section(words.TITLE)
    page.flow([words.ASKED.of(view.asked), words.RIGHT.fill(count=view.right)], indent=INDENT)
    page.line(page.clean(words.TAKEN.fill(known=len(view.known), total=view.concepts), STRONG), indent=INDENT)
    if view.topics:
        page.blank()
        page.table([(each.name, f"{each.known}/{each.concepts}") for each in view.topics], numbers=(1,), indent=INDENT)
    page.blank()
    page.line(words.NOT_ASKED, style=QUIET, indent=INDENT)
    if view.known:
        page.line(words.DOUBT.fill(percent=round(100 * view.doubt)), style=QUIET, indent=INDENT)
    if not view.next:
        page.blank()
        page.line(words.NOTHING_LEFT, indent=INDENT)
        return
    page.section(words.BEGIN_WITH)
    for slug in view.next:
        page.line(page.clean(f"llmtutor explain {slug}", CODE), indent=INDENT)
    page.line(page.clean("llmtutor quiz", CODE), indent=INDENT)


def draw_paused(page: Page, view: PausedView) -> None:
    page.section(words.LEFT)
    page.line(words.KEPT.fill(answered=view.answered, total=view.total), indent=INDENT)
    page.line(words.GO_ON, style=QUIET, indent=INDENT)
    page.line(page.clean(view.command, CODE), indent=INDENT)
