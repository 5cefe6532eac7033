"""What a shared folder brought, and what it was given."""

from __future__ import annotations

from ...views.sync import SyncedFileView, SyncedView
from ..page import INDENT, Page, Piece
from ..styles import QUIET
from ..words import common
from ..words import progress as progress_words
from ..words import sync as words

_MOST = 5  # refused lines of one file that are told one by one


def draw_synced(page: Page, view: SyncedView) -> None:
    if view.added or view.sent:
        page.line(words.SYNCED.fill(added=f"{view.added:,}", sent=f"{view.sent:,}", file=view.file))
    else:
        page.line(words.NOTHING_NEW)
    for each in view.files:
        if each.added or each.half_written or each.refused or each.unreadable is not None:
            _draw_file(page, each)
    if not any(each.refused or each.unreadable is not None for each in view.files):
        page.line(words.HOLDS.fill(folder=view.folder, events=common.EVENTS.of(view.events)), style=QUIET)


def _draw_file(page: Page, view: SyncedFileView) -> None:
    said: list[Piece] = [words.FROM_FILE.of(view.added)] if view.added else []
    if view.half_written:
        said.append(words.HALF_WRITTEN)
    if view.unreadable is not None:
        said.append(view.unreadable)
    if view.refused:
        said.append(words.REFUSED.of(len(view.refused)))
    page.line(view.name, indent=INDENT)
    page.flow(said, indent=2 * INDENT)
    for refused in view.refused[:_MOST]:
        lead = f"{page.say(progress_words.LINE.fill(line=refused.line))}  "
        page.line(refused.reason, lead=lead, style=QUIET, indent=2 * INDENT)
