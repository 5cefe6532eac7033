"""Around the questions of an interview: the end of the asking, and the report."""

from __future__ import annotations

from ...views.interview import InterviewedView, InterviewView, ReviewView
from ..moments import duration
from ..page import INDENT, Page, Piece
from ..styles import CODE, QUIET, STRONG
from ..words import common
from ..words import interview as words
from ..words import practice as practice_words


def draw_review(page: Page, view: ReviewView) -> None:
    page.heading(words.TIME_IS_UP if view.time_is_up else words.ALL_ASKED, aside=[words.ANSWERS.of(view.answers)])
    page.line(words.NOW_TICK, style=QUIET, indent=INDENT)


def draw_interview(page: Page, view: InterviewView) -> None:
    """Figures, then by topic, then what each answer lacked, then what to read again."""
    page.section(words.TITLE)
    facts: list[Piece] = [
        common.QUESTIONS.of(len(view.questions)),
        page.clean(words.NAMED.fill(named=view.named, points=view.points), STRONG),
        words.TIME_USED.fill(used=duration(view.milliseconds), minutes=view.minutes),
    ]
    page.flow(facts, indent=INDENT)
    if not view.questions:
        page.line(words.NOTHING_ANSWERED, indent=INDENT)
        return
    if view.topics:
        page.section(words.BY_TOPIC)
        page.table(
            [(each.name, f"{each.questions}", f"{each.named}/{each.points}") for each in view.topics],
            head=(words.TOPIC, words.COUNT, words.POINTS),
            numbers=(1, 2),
            indent=INDENT,
        )
    page.section(words.QUESTIONS)
    for number, each in enumerate(view.questions, 1):
        _draw_question(page, number, each)
    if view.review:
        page.section(words.READ_AGAIN)
        for slug in view.review:
            page.line(page.clean(f"llmtutor explain {slug}", CODE), indent=INDENT)


def _draw_question(page: Page, number: int, view: InterviewedView) -> None:
    page.blank()
    named = sum(point.named for point in view.points)
    aside: list[Piece] = [
        words.SKIPPED if view.given is None else words.NAMED.fill(named=named, points=len(view.points))
    ]
    if view.grade is not None:
        aside.append(practice_words.GRADES.get(view.grade, str(view.grade)))
    page.line(page.clean(view.name, STRONG), lead=f"{number}  ", indent=INDENT)
    page.line(page.inline(view.prompt), indent=2 * INDENT + 1)
    page.flow(aside, style=QUIET, indent=2 * INDENT + 1)
    for point in view.points:
        if not point.named:
            page.line(page.inline(point.text), lead=words.MISSING, indent=2 * INDENT + 1)
