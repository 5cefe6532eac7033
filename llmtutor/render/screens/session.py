"""Around the questions of a session: hints, skips, undoing, the footer, the end."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Text
from ...views.practice import (
    ComplaintView,
    HintView,
    NothingView,
    PositionView,
    SkippedView,
    SummaryView,
    UndoneView,
)
from ..moments import duration, since
from ..page import GUTTER, INDENT, Page, Piece
from ..styles import CODE, QUIET, STRONG, WRONG
from ..words import common
from ..words import practice as words

Key = tuple[str | Text, Text]


def draw_hint(page: Page, view: HintView) -> None:
    page.blank()
    if view.text is None:
        page.line(words.NO_MORE_HINTS if view.total else words.NO_HINT, style=QUIET, indent=INDENT)
        return
    page.line(words.HINT.fill(number=view.number, total=view.total), style=QUIET, indent=INDENT)
    page.line(page.inline(view.text), indent=INDENT)


def draw_skipped(page: Page, view: SkippedView) -> None:
    page.blank()
    page.line(words.SKIPPED, style=QUIET, indent=INDENT)


def draw_undone(page: Page, view: UndoneView) -> None:
    page.blank()
    if view.placed is not None:
        page.line(words.UNPLACED.of(view.placed), indent=INDENT)
    elif view.question is None:
        page.line(words.NOTHING_TO_UNDO, style=QUIET, indent=INDENT)
    elif view.at is None:
        page.line(words.UNDONE.fill(question=view.question), indent=INDENT)
    else:
        page.line(words.UNDONE_AT.fill(question=view.question, when=since(view.at, page.now)), indent=INDENT)


def draw_summary(page: Page, view: SummaryView) -> None:
    """How it went, what to look at again, what to read next."""
    page.section(words.FINISHED if view.finished else words.STOPPED)
    counts: list[Piece] = [words.ASKED.of(view.asked), words.RIGHT_AT_FIRST.fill(count=view.right)]
    if view.skipped:
        counts.append(words.SKIPPED_COUNT.fill(count=view.skipped))
    counts.append(duration(view.milliseconds))
    page.flow(counts, indent=INDENT)
    if not view.finished:
        page.line(words.KEPT, style=QUIET, indent=INDENT)
    if view.misses:
        page.section(words.LOOK_AGAIN)
    for miss in view.misses:
        page.blank()
        note = page.clean(f"  {page.say(words.RIGHT_AT_LAST)}" if miss.right_at_last else "", QUIET)
        page.line(page.clean(miss.name, STRONG), note, indent=INDENT)
        page.line(page.inline(miss.prompt), indent=INDENT)
        page.line(page.clean(f"llmtutor show {miss.question} --answer", CODE), indent=INDENT)
    if view.review:
        page.section(words.READ_NEXT)
        for slug in view.review:
            page.line(page.clean(f"llmtutor explain {slug}", CODE), indent=INDENT)
    page.blank()
    due = words.DUE_TOMORROW.of(view.due_tomorrow) if view.due_tomorrow else words.NOTHING_DUE
    page.line(due, style=QUIET, indent=INDENT)


def draw_nothing(page: Page, view: NothingView) -> None:
    page.blank()
    page.line(view.reason)
    page.line(view.hint, style=QUIET)


def draw_complaint(page: Page, view: ComplaintView) -> None:
    page.blank()
    draw_failure(page, view.message, view.hint)


def draw_failure(page: Page, message: Text, hint: Text) -> None:
    """What went wrong, and what helps."""
    page.line(message, lead=page.clean(common.ERROR, WRONG))
    page.line(hint)


def draw_footer(page: Page, keys: Sequence[Key], position: PositionView | None) -> None:
    """The keys that count now, and where one is; a key is never parted from its word."""
    page.blank()
    if page.linear:
        listed = ", ".join(f"{_say(page, key)} {page.say(word)}" for key, word in keys)
        page.line(listed, lead=f"{page.say(words.KEYS)}: ")
        if position is not None:
            page.line(words.POSITION.fill(number=position.number, total=position.total))
            if position.minutes_left is not None:
                page.line(words.MINUTES_LEFT.of(position.minutes_left))
        return
    shown = [page.clean(_say(page, key), STRONG) + page.clean(f" {page.say(word)}", QUIET) for key, word in keys]
    page.flow(shown, separator=" " * GUTTER)
    if position is not None:
        clock = [] if position.minutes_left is None else [words.MINUTES_LEFT.of(position.minutes_left)]
        page.spread(page.lines.pop(), [*clock, f"{position.number}/{position.total}"])


def _say(page: Page, key: str | Text) -> str:
    return page.say(key) if isinstance(key, Text) else key
