"""What a fit of the scheduler came to."""

from __future__ import annotations

from ...model import Text
from ...views.tuning import TuningView
from ..page import INDENT, Page, Piece
from ..styles import CODE, QUIET, STRONG
from ..words import tuning as words

_UNSET = "llmtutor config weights --unset"
_APPLY = "llmtutor tune --apply"


def draw_tuning(page: Page, view: TuningView) -> None:
    page.section(words.TITLE)
    if view.outcome == "too-few":
        page.line(words.TOO_FEW.fill(reviews=f"{view.reviews:,}", needed=f"{view.needed:,}"), indent=INDENT)
        return
    page.line(page.clean(words.NO_BETTER if view.outcome == "no-better" else words.BETTER, STRONG), indent=INDENT)
    page.blank()
    _draw_figures(page, view)
    if view.outcome == "applied":
        page.blank()
        page.line(words.APPLIED.fill(path=view.path), indent=INDENT)
        _draw_command(page, words.TO_UNDO, _UNSET)
    elif view.outcome == "better":
        page.blank()
        _draw_command(page, words.NOT_YET, _APPLY)


def _draw_figures(page: Page, view: TuningView) -> None:
    rows: list[tuple[Text, Piece]] = [
        (words.LEARNED, words.REVIEWS.fill(count=f"{view.learned:,}")),
        (words.TESTED, words.REVIEWS.fill(count=f"{view.tested:,}")),
    ]
    if view.before is not None:
        rows.append((words.BEFORE, f"{view.before:.4f}"))
    if view.after is not None:
        rows.append((words.AFTER, f"{view.after:.4f}"))
    page.facts(rows)
    page.line(words.LESS_IS_BETTER, style=QUIET, indent=INDENT)


def _draw_command(page: Page, said: Text, command: str) -> None:
    page.line(said, style=QUIET, indent=INDENT)
    page.line(page.clean(command, CODE), indent=INDENT)
