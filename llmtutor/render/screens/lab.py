"""run and snippet."""

from __future__ import annotations

from rich.text import Text as Styled

from ...model import Ending
from ...views.lab import RunView, SnippetView
from ..moments import duration
from ..page import INDENT, Page
from ..styles import ADDED, NONE, QUIET, REMOVED, RIGHT, WRONG
from ..words import lab as words


def draw_run(page: Page, view: RunView, *, live: bool = False) -> None:
    """What the program printed, unless it was seen `live`, how it ended, and where that differs from the record."""
    result = view.result
    if result.stdout.strip() and not live:
        page.code(result.stdout, indent=0, language="")
    elif result.ending is Ending.OK and not live:
        page.line(words.NO_OUTPUT, style=QUIET)
    if result.stderr.strip():
        page.section(words.ERROR_OUTPUT)
        page.code(result.stderr, language="")
    page.blank()
    _draw_ending(page, view)
    if view.difference:
        page.blank()
        page.line(words.LEGEND, style=QUIET, indent=INDENT)
        page.blank()
        page.listing(_coloured_difference(page, view.difference))
    if view.advice is not None:
        page.blank()
        page.line(view.advice)
    if result.ending is Ending.MISSING and view.snippet.output:
        page.section(words.RECORDED)
        page.code(view.snippet.output, language="")


def _draw_ending(page: Page, view: RunView) -> None:
    result = view.result
    good = result.ending is Ending.OK and view.same is not False
    word = words.ENDINGS[result.ending.value]
    if result.ending is Ending.OK and view.same is not None:
        word = words.SAME if view.same else words.DIFFERENT
    details = [page.clean(duration(result.milliseconds), QUIET)]
    if result.missing is not None:
        details.append(page.clean(words.MISSING.fill(package=result.missing), QUIET))
    elif result.exit_code:
        details.append(page.clean(words.EXIT_CODE.fill(code=result.exit_code), QUIET))
    head = page.clean(page.symbol("✓" if good else "✗") + page.say(word), RIGHT if good else WRONG)
    page.flow([head, *details])


def _coloured_difference(page: Page, lines: tuple[str, ...]) -> Styled:
    """A unified diff; the signs tell what the colours repeat."""
    styles = {"+": ADDED, "-": REMOVED, "@": QUIET}
    drawn = []
    for line in lines:
        drawn.append(page.clean(line.rstrip("\n"), styles.get(line[:1], NONE)))
    return Styled("\n").join(drawn)


def draw_snippet_source(page: Page, view: SnippetView) -> None:
    """The program alone."""
    page.code(view.snippet.code, indent=0)
