"""run and snippet."""

from __future__ import annotations

from rich.text import Text as Styled

from ...model import Ending
from ...views.lab import PredictionView, RunView, SnippetView
from ..figures import draw_figure
from ..moments import duration
from ..page import INDENT, Page
from ..styles import ADDED, NONE, QUIET, REMOVED, RIGHT, WRONG
from ..words import figures as figure_words
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
    for figure in view.figures:
        draw_figure(page, figure)
    for reason in view.undrawn:
        page.blank()
        page.line(page.inline(reason), lead=figure_words.NOT_DRAWN)
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
        for figure in view.snippet.figures:
            draw_figure(page, figure)


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


def draw_prediction(page: Page, view: PredictionView) -> None:
    """Each line as it came, and under it the prediction where that was another one."""
    page.section(words.NOW_IT_PRINTS, aside=[duration(view.result.milliseconds)])
    for line in view.lines:
        mark = page.say(words.AS_PREDICTED if line.same else words.NOT_AS_PREDICTED) + ": "
        lead = mark if page.linear else "✓ " if line.same else "✗ "
        shown = words.NOTHING_MORE if line.printed is None else line.printed
        page.line(shown, lead=page.clean(lead, RIGHT if line.same else WRONG), indent=INDENT)
        if not line.same:
            said = words.NOTHING_MORE if line.predicted is None else line.predicted
            page.line(said, lead=page.clean(words.PREDICTED, QUIET), indent=INDENT * 2)
    if view.result.ending is not Ending.OK:
        page.blank()
        page.line(words.ENDINGS[view.result.ending.value], style=WRONG, indent=INDENT)
    if view.advice is not None:
        page.line(view.advice, indent=INDENT)


def draw_snippet_source(page: Page, view: SnippetView) -> None:
    """The program alone."""
    page.code(view.snippet.code, indent=0)
