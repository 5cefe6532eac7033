"""What follows an answer: a word, the reason for this answer, the right one, the explanation, when it comes again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from rich.cells import cell_len
from rich.text import Text as Styled

from ...model import Feedback, Text
from ...views.practice import AnswerView, GradedView, QuestionView, VerdictView
from ..moments import until
from ..page import INDENT, Page
from ..styles import QUIET, RIGHT, STRONG, WRONG
from ..words import practice as words
from .question import label_of
from .reveal import draw_follow_up, draw_model_answer, draw_points
from .sources import draw_sources_briefly

_LETTER = re.compile(r"[A-I]")
_PAIR = re.compile(r"([1-9])([A-I])")


def draw_verdict(page: Page, view: VerdictView, question: QuestionView | None, *, numbered: bool) -> None:
    """`question` is what was answered, if it is known: then choices are named by their words, not by a letter alone."""
    page.blank()
    _draw_word(page, view)
    page.blank()
    if question is not None and question.kind in ("single-choice", "multiple-choice"):
        _draw_chosen(page, view, question, numbered=numbered)
    else:
        _draw_written(page, view, question)
    if view.typo is not None:
        page.blank()
        page.line(words.TYPO.fill(typo=view.typo), style=QUIET, indent=INDENT)
    _draw_explanation(page, view.explanation)
    draw_sources_briefly(page, view.sources)
    page.blank()
    page.line(comes_again(page, view.grade, view.due, returns=view.returns), style=QUIET, indent=INDENT)


def _draw_word(page: Page, view: VerdictView) -> None:
    if view.right:
        page.line(page.clean(page.symbol("✓") + page.say(words.RIGHT), RIGHT))
    elif view.score > 0:
        share = words.PARTLY_SCORE.fill(percent=min(99, max(1, round(view.score * 100))))
        word = page.clean(page.symbol("~") + page.say(words.PARTLY), STRONG)
        page.line(page.join([word, page.clean(share, QUIET)]))
    else:
        page.line(page.clean(page.symbol("✗") + page.say(words.WRONG), WRONG))


def comes_again(page: Page, grade: int, due: datetime | None, *, returns: bool) -> str:
    """The grade that was given, and when the question is asked next."""
    said = [page.say(words.GRADED.fill(grade=words.GRADES[grade]))] if grade in words.GRADES else []
    if returns:
        said.append(page.say(words.RETURNS))
    elif due is not None and page.now is None:
        said.append(page.say(words.COMES_AGAIN_ON.fill(when=until(due, None))))
    elif due is not None and page.now is not None:
        late = due <= page.now
        said.append(page.say(words.DUE_NOW if late else words.COMES_AGAIN.fill(when=until(due, page.now))))
    return ("" if page.lang == "zh" else " ").join(said)


# --- Choices --------------------------------------------------------------------------------------------------------


def _draw_chosen(page: Page, view: VerdictView, question: QuestionView, *, numbered: bool) -> None:
    """Every choice that was taken with its reason, then those that should have been."""
    given = _LETTER.findall(view.given)
    expected = _LETTER.findall(view.expected.en)
    draw_feedback(page, [part for part in view.feedback if not part.label])
    reasons = {part.label: part for part in view.feedback if part.label}
    missed = [letter for letter in expected if letter not in given]
    several = question.kind == "multiple-choice"
    for title, letters in ((words.YOUR_ANSWER, given), (words.ALSO_RIGHT if several else words.RIGHT_ANSWER, missed)):
        if letters:
            page.blank()
            page.line(title, style=QUIET, indent=INDENT)
        for number, letter in enumerate(letters):
            if number:
                page.blank()
            _draw_choice(page, question, letter, reasons.get(letter), right=letter in expected, numbered=numbered)


def _draw_choice(
    page: Page, question: QuestionView, letter: str, reason: Feedback | None, *, right: bool, numbered: bool
) -> None:
    text = next((choice.text for choice in question.choices if choice.letter == letter), Text("", ""))
    lead = mark(page, right=right) + page.clean(f"{label_of(question, letter, numbered=numbered)}  ", STRONG)
    page.line(page.inline(text, STRONG), lead=lead, indent=INDENT)
    if reason is not None:
        page.line(page.inline(reason.text), lead=" " * cell_len(lead.plain), indent=INDENT)


def mark(page: Page, *, right: bool) -> Styled:
    """A tick or a cross in its colour; a word where glyphs are not drawn."""
    style = RIGHT if right else WRONG
    if page.linear:
        return page.clean(page.say(words.MARK_RIGHT if right else words.MARK_WRONG) + ": ", style)
    return page.clean("✓ " if right else "✗ ", style)


# --- Everything that is written -------------------------------------------------------------------------------------


def _draw_written(page: Page, view: VerdictView, question: QuestionView | None) -> None:
    kind = question.kind if question is not None else ""
    given, expected = _say_truth(page, view)
    rows: list[tuple[Text, str]] = [(words.YOUR_ANSWER, given or page.say(words.NO_ANSWER))]
    if not view.right:
        rows.append((words.RIGHT_ANSWER, expected))
    if kind == "predict-output" or any("\n" in value for _, value in rows):
        for title, value in rows:
            page.blank()
            page.line(title, style=QUIET, indent=INDENT)
            page.code(value, language="")
    elif kind != "cloze" or not view.feedback:  # there the feedback tells each gap
        page.facts(rows)
    if not view.right and question is not None:
        _draw_arranged(page, page.say(view.expected), question)
    draw_feedback(page, view.feedback, lines=kind == "predict-output", airy=kind != "cloze")


def _say_truth(page: Page, view: VerdictView) -> tuple[str, str]:
    truths = {"true": words.TRUE, "false": words.FALSE}
    if view.expected.en in truths and view.expected.zh != view.expected.en and view.given in truths:
        return page.say(truths[view.given]), page.say(truths[view.expected.en])
    return view.given, page.say(view.expected)


def _draw_arranged(page: Page, expected: str, question: QuestionView) -> None:
    """The right order or the right pairs in words; nothing for other kinds."""
    sides = {choice.letter: choice.text for choice in question.choices}
    none = Text("", "")
    if question.kind == "ordering":
        page.blank()
        for letter in _LETTER.findall(expected):
            page.line(page.inline(sides.get(letter, none)), lead=page.clean(f"{letter}  ", STRONG), indent=INDENT)
    elif question.kind == "matching":
        page.blank()
        left = {side.number: side.text for side in question.left}
        between = page.clean(f" {page.say(words.GOES_WITH)} " if page.linear else " → ", QUIET)
        for number, letter in _PAIR.findall(expected):
            both = page.inline(left.get(number, none)) + between + page.inline(sides.get(letter, none))
            page.line(both, lead=page.clean(f"{number}{letter}  ", STRONG), indent=INDENT)


def draw_feedback(page: Page, feedback: Sequence[Feedback], *, lines: bool = False, airy: bool = True) -> None:
    """The reason of each part, under the letter, gap or (`lines`) line that it is about."""
    for number, part in enumerate(feedback):
        if airy or not number:
            page.blank()
        label = page.say(words.OUTPUT_LINE.fill(number=part.label)) if lines else part.label
        lead = mark(page, right=part.right) + page.clean(f"{label}  ", STRONG) if part.label else ""
        page.line(page.inline(part.text), lead=lead, indent=INDENT)


def _draw_explanation(page: Page, explanation: Text | None) -> None:
    if explanation is None:
        return
    page.blank()
    page.line(words.EXPLANATION, style=QUIET, indent=INDENT)
    page.line(page.inline(explanation), indent=INDENT)


def draw_graded(page: Page, view: GradedView) -> None:
    """A changed grade, and what follows from it."""
    page.blank()
    page.line(comes_again(page, view.grade, view.due, returns=view.returns), style=QUIET, indent=INDENT)


# --- The answer by itself -------------------------------------------------------------------------------------------


def draw_answer(page: Page, view: AnswerView, question: QuestionView | None) -> None:
    """The right answer where it was asked for, with the reason of every choice."""
    if view.model_answer is None:
        page.section(words.RIGHT_ANSWER)
        _draw_expected(page, view, question)
    else:
        draw_model_answer(page, view.model_answer)
    if view.key_points:
        draw_points(page, [point.text for point in view.key_points])
    _draw_explanation(page, view.explanation)
    draw_follow_up(page, view.follow_up_question, view.follow_up_answer)
    draw_sources_briefly(page, view.sources)


def _draw_expected(page: Page, view: AnswerView, question: QuestionView | None) -> None:
    expected = page.say(view.expected)
    kind = question.kind if question is not None else ""
    if kind == "code":
        page.code(expected)
    elif kind == "predict-output" or "\n" in expected:
        page.code(expected, language="")
    elif kind == "true-false":
        page.line(words.TRUE if view.expected.en == "true" else words.FALSE, indent=INDENT)
    elif kind not in ("single-choice", "multiple-choice"):
        page.line(expected, indent=INDENT)
    if question is not None and kind in ("single-choice", "multiple-choice"):
        for part in view.feedback:
            page.blank()
            _draw_choice(page, question, part.label, part, right=part.right, numbered=False)
    else:
        draw_feedback(page, view.feedback)
    if question is not None:
        _draw_arranged(page, expected, question)
