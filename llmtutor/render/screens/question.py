"""A question as it is asked: its prompt, and whatever an answer refers to. Never the answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text as Styled

from ...views.practice import ChoiceView, QuestionView
from ..folding import fold
from ..page import GUTTER, INDENT, Page, Piece
from ..styles import CODE, MARK, NONE, QUIET, STRONG
from ..visible import visible
from ..words import common
from ..words import practice as words

_GAP = re.compile(r"\[\[(\d+)\]\]")
NUMBERED = frozenset({"single-choice", "multiple-choice", "true-false"})


def draw_question(
    page: Page,
    view: QuestionView,
    *,
    numbered: bool = False,
    chosen: Collection[str] = (),
    typed: Sequence[str] = (),
) -> None:
    """`numbered`: choices carry the keys 1-9 that choose them instead of their letters. `chosen`: letters, in order.

    `typed`: what has been typed so far, one for each gap of a cloze.
    """
    aside: list[Piece] = [common.LEVEL.fill(level=view.level), common.KINDS.get(view.kind, view.kind)]
    if view.position is not None and view.position.again:
        aside.append(words.AGAIN)
    page.heading(view.name, aside=aside)
    if view.why is not None:
        page.line(view.why, style=QUIET)
    page.blank()
    page.line(page.inline(view.prompt), indent=INDENT)
    if view.text is not None:
        page.blank()
        page.line(_with_gaps(page, view.text[page.lang], typed), indent=INDENT)
    if view.code is not None:
        page.blank()
        page.code(view.code)
    if view.kind == "code":
        page.blank()
        page.line(words.WRITTEN_IN_AN_EDITOR, style=QUIET, indent=INDENT)
        page.line(page.clean(f"llmtutor practice {view.id.partition('/')[2]}", STRONG), indent=INDENT)
    if view.left:
        _draw_matching(page, view)
    elif shown := _choices(view):
        page.blank()
        _draw_choices(page, view, shown, numbered=numbered, chosen=chosen)
    if view.unit:
        page.blank()
        page.line(words.ANSWER_IN.fill(unit=view.unit), style=QUIET, indent=INDENT)
    page.blank()


def label_of(view: QuestionView, letter: str, *, numbered: bool) -> str:
    """What the learner sees before a choice: its letter, or the key that chooses it."""
    if not numbered or view.kind not in NUMBERED:
        return letter
    letters = [choice.letter for choice in _choices(view)]
    return str(letters.index(letter) + 1) if letter in letters else letter


def _choices(view: QuestionView) -> tuple[ChoiceView, ...]:
    if view.kind == "true-false" and not view.choices:
        return (ChoiceView("A", words.TRUE), ChoiceView("B", words.FALSE))
    return view.choices


def _draw_choices(
    page: Page, view: QuestionView, shown: Sequence[ChoiceView], *, numbered: bool, chosen: Collection[str]
) -> None:
    several = view.kind == "multiple-choice"
    room = page.measure - page.margin(INDENT) - 8
    airy = any(cell_len(choice.text[page.lang]) > room for choice in shown)
    for choice in shown:
        if airy:
            page.blank()
        on = choice.letter in chosen
        label = label_of(view, choice.letter, numbered=numbered)
        lead = page.clean(f"{label}  ", STRONG)
        after = page.clean(f" ({page.say(words.CHOSEN)})" if on and page.linear else "")
        if several and not page.linear:
            lead = page.clean("[x] " if on else "[ ] ", STRONG if on else QUIET) + lead
        elif view.kind in NUMBERED and not page.linear and (numbered or chosen):
            lead = page.clean("› " if on else "  ", STRONG) + lead
        page.line(page.inline(choice.text, STRONG if on else NONE), after, lead=lead, indent=INDENT)


def _draw_matching(page: Page, view: QuestionView) -> None:
    """Left sides by number, right sides by letter: beside each other where there is room."""
    left = [(page.clean(f"{side.number}  ", STRONG), page.inline(side.text)) for side in view.left]
    right = [(page.clean(f"{side.letter}  ", STRONG), page.inline(side.text)) for side in view.choices]
    page.blank()
    if page.linear or page.narrow:
        for lead, text in left:
            page.line(text, lead=lead, indent=INDENT)
        page.blank()
        page.line(words.MATCH_WITH, style=QUIET, indent=INDENT)
        page.blank()
        for lead, text in right:
            page.line(text, lead=lead, indent=INDENT)
        return
    room = page.measure - INDENT - 2 * GUTTER
    natural = max((cell_len(lead.plain + text.plain) for lead, text in left), default=0)
    column = max(min(natural, room // 2), 8)
    for one, other in zip_longest(left, right, fillvalue=(Styled(), Styled())):
        pairs = zip_longest(_hanging(*one, column), _hanging(*other, room - column), fillvalue=Styled())
        for beginning, end in pairs:
            padding = " " * (column - cell_len(beginning.plain) + 2 * GUTTER)
            page.line(beginning + Styled(padding) + end if end.plain else beginning, indent=INDENT)
        page.blank()


def _hanging(lead: Styled, text: Styled, width: int) -> list[Styled]:
    hang = cell_len(lead.plain)
    lines = fold(text, max(2, width - hang))
    return [(lead if number == 0 else Styled(" " * hang)) + line for number, line in enumerate(lines)]


def _with_gaps(page: Page, text: str, typed: Sequence[str]) -> Styled:
    """The sentence with its gaps to be seen, or with what was typed into them."""
    styled, end = Styled(), 0
    for found in _GAP.finditer(text):
        number = int(found.group(1)) if len(found.group(1)) < 4 else 0
        styled.append(visible(text[end : found.start()]))
        if 0 < number <= len(typed) and typed[number - 1]:
            word = visible(typed[number - 1])
            styled.append(word if page.linear else f"__{word}__", MARK)
        elif page.linear:
            styled.append(page.say(words.GAP.fill(number=found.group(1))), STRONG)
        else:
            styled.append(f"__{found.group(1)}__", CODE)
        end = found.end()
    return styled.append(visible(text[end:]))
