"""Where the learner stands, and the journal as a thing to carry around."""

from __future__ import annotations

from ...model import Text
from ...views.progress import BackedUpView, ExportedView, ImportedView, StandingView
from ..page import INDENT, Page, Piece
from ..styles import CODE, QUIET, STRONG
from ..words import common
from ..words import progress as words


def draw_standing(page: Page, view: StandingView) -> None:
    """Figures, and the commands to type next."""
    page.section(words.TITLE)
    rows: list[tuple[Text, Piece]] = [
        (words.DUE, page.clean(common.QUESTIONS.of(view.due), STRONG)),
        (words.NEW, common.QUESTIONS.of(view.new)),
        (words.LEARNED, common.QUESTIONS.of(view.learned)),
        (words.ANSWERED, f"{view.answered:,}"),
        (words.STREAK, words.DAYS.of(view.streak)),
    ]
    page.facts(rows)
    if view.resumable:
        page.blank()
        page.line(words.RESUMABLE, indent=INDENT)
    if view.commands:
        page.section(words.NEXT)
        page.terms([(page.clean(each.command, CODE), each.what) for each in view.commands])


def draw_exported(page: Page, view: ExportedView) -> None:
    events = common.EVENTS.of(view.events)
    if view.path is None:
        page.line(words.EXPORTED_OUT.fill(events=events))
    else:
        page.line(words.EXPORTED.fill(events=events, path=view.path))


def draw_imported(page: Page, view: ImportedView) -> None:
    page.line(words.IMPORTED.fill(read=common.EVENTS.of(view.read), path=view.path, added=f"{view.added:,}"))
    if view.refused:
        page.blank()
        page.line(words.REFUSED.of(len(view.refused)))
    for refused in view.refused:
        page.line(refused.reason, lead=f"{page.say(words.LINE.fill(line=refused.line))}  ", style=QUIET, indent=INDENT)


def draw_backed_up(page: Page, view: BackedUpView) -> None:
    page.line(words.BACKED_UP.fill(events=common.EVENTS.of(view.events), path=view.path))
