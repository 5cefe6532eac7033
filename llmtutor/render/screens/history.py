"""history: answers one by one, newest first."""

from __future__ import annotations

from ...model import Text
from ...views.learning import AnsweredView, HistoryView
from ..moments import duration, since
from ..page import Page, Piece
from ..styles import QUIET, RIGHT, WRONG
from ..words import practice
from ..words import stats as words
from .stats import draw_begin

WIDE = 90


def draw_history(page: Page, view: HistoryView) -> None:
    """A row an answer; what it was, and how it went."""
    if not view.answers:
        page.line(words.NOTHING_YET)
        draw_begin(page)
        return
    total = words.ANSWERS_COUNT.of(view.total)
    page.line(words.HISTORY.fill(shown=f"{len(view.answers):,}", total=total), style=QUIET)
    page.blank()
    head = [words.QUESTION, words.RESULT, words.GRADE, words.WHEN, words.TOOK]
    rows = [_row(page, answer) for answer in view.answers]
    # What an answer took gives way where ids would have to be broken for it.
    columns = 4 if page.width < WIDE and not page.linear else 5
    page.table([row[:columns] for row in rows], head=head[:columns], numbers=(4,))


def _row(page: Page, answer: AnsweredView) -> list[Piece]:
    grade = practice.GRADES.get(answer.grade or 0, Text("", ""))
    took = duration(answer.milliseconds) if answer.milliseconds > 0 else ""
    return [
        answer.question,
        _result(page, answer),
        grade,
        page.clean(since(answer.at, page.now), QUIET),
        page.clean(took, QUIET),
    ]


def _result(page: Page, answer: AnsweredView) -> Piece:
    if answer.right is None:
        return page.clean(words.FOLLOW_UP if answer.follows_up else words.WAITING, QUIET)
    word = practice.RIGHT if answer.right else practice.WRONG
    return page.clean(page.symbol("✓" if answer.right else "✗") + page.say(word), RIGHT if answer.right else WRONG)
