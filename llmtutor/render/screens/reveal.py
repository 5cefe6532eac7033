"""After an open answer: what a good one says, point by point, and what may be asked next."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...model import Text
from ...views.practice import RevealView
from ..page import INDENT, Page
from ..styles import QUIET, STRONG
from ..words import practice as words
from .sources import draw_sources_briefly


def draw_reveal(page: Page, view: RevealView, ticked: Collection[int] | None = None) -> None:
    """`ticked` are the points the learner has ticked off; those the answer mentions, where nobody has ticked yet."""
    if view.given.strip():
        page.section(words.YOUR_ANSWER)
        page.line(view.given, indent=INDENT)
    draw_model_answer(page, view.model_answer)
    draw_points(page, view.key_points, view.mentioned if ticked is None else ticked, view.mentioned)
    draw_follow_up(page, view.follow_up_question, view.follow_up_answer)
    draw_sources_briefly(page, view.sources)
    page.heading(words.HOW_DID_IT_GO)


def draw_model_answer(page: Page, answer: Text) -> None:
    page.section(words.MODEL_ANSWER)
    page.line(page.inline(answer), indent=INDENT)


def draw_points(
    page: Page, points: Sequence[Text], ticked: Collection[int] | None = None, mentioned: Collection[int] = ()
) -> None:
    """Key points by the letters that tick them, or numbered where nobody ticks; indices count from 0."""
    page.section(words.KEY_POINTS)
    for index, point in enumerate(points):
        page.blank()
        lead = page.clean(f"{index + 1 if ticked is None else 'abcdefghi'[index]}  ", STRONG)
        note = f"  {page.say(words.MENTIONED)}" if index in mentioned else ""
        if ticked is not None and page.linear:
            note = f" ({page.say(words.TICKED if index in ticked else words.NOT_TICKED)})"
        elif ticked is not None:
            lead = page.clean("[x] " if index in ticked else "[ ] ", STRONG if index in ticked else QUIET) + lead
        page.line(page.inline(point), page.clean(note, QUIET), lead=lead, indent=INDENT)


def draw_follow_up(page: Page, question: Text | None, answer: Text | None) -> None:
    """One likely next question, and its answer."""
    if question is None:
        return
    page.section(words.FOLLOW_UP)
    page.line(page.inline(question), indent=INDENT)
    if answer is not None:
        page.blank()
        page.line(page.inline(answer), indent=INDENT)
