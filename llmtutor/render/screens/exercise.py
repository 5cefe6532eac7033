"""practice: the list, the task, what the judge says, the reference."""

from __future__ import annotations

from ...model import Failure, Reason, ShownValue, Text
from ...views.exercise import ExercisesView, ExerciseView, JudgedView, SolutionView
from ..page import INDENT, Page, Piece
from ..styles import QUIET, RIGHT, STRONG, WRONG
from ..words import common
from ..words import exercise as words
from .verdict import comes_again


def draw_exercises(page: Page, view: ExercisesView) -> None:
    """One row each, in teaching order."""
    if not view.exercises:
        page.line(words.NO_EXERCISES)
        return
    rows: list[list[Piece]] = []
    for one in view.exercises:
        state = page.clean(words.STATES[one.state], RIGHT if one.state == "solved" else QUIET)
        if one.due is not None and page.now is not None and one.due <= page.now:
            state = page.join([state, page.clean(words.DUE, STRONG)])
        rows.append([page.clean(one.exercise, STRONG), one.name, str(one.level), state])
    page.blank()
    page.table(rows, head=words.HEAD, numbers=(2,))
    page.blank()
    begin = words.BEGIN.fill(command=f"llmtutor practice {page.say(words.NAME)}")
    page.flow([words.COUNT.of(len(view.exercises)), words.SOLVED.fill(count=view.solved), begin], style=QUIET)


def draw_exercise(page: Page, view: ExerciseView) -> None:
    page.heading(view.name, aside=[common.LEVEL.fill(level=view.level), common.KINDS["code"]])
    page.blank()
    page.line(page.inline(view.prompt), indent=INDENT)
    page.blank()
    page.code(view.stub)
    page.blank()
    page.line((words.FILE if view.created else words.AS_LEFT).fill(file=view.file), indent=INDENT)
    write = words.WRITE.fill(function=view.function, command=f"llmtutor practice {view.exercise} --check")
    page.line(page.inline(write), style=QUIET, indent=INDENT)


def draw_judged(page: Page, view: JudgedView) -> None:
    """The verdict; where it is no, the first property that does not hold, and the smallest input that shows it."""
    page.blank()
    word, style = (words.PASSED, RIGHT) if view.right else (words.FAILED, WRONG)
    page.line(page.clean(page.symbol("✓" if view.right else "✗") + page.say(word), style))
    for law in view.held:
        page.line(page.inline(law), lead=_mark(page, words.HELD, "✓"), style=QUIET, indent=INDENT)
    if view.failure is not None:
        _draw_failure(page, view.failure)
    if view.mistake is not None:
        page.blank()
        page.line(words.MISTAKE, style=STRONG, indent=INDENT)
        page.line(page.inline(view.mistake.why), indent=INDENT)
    if view.printed.strip():
        page.blank()
        page.line(words.PRINTED, style=QUIET, indent=INDENT)
        page.code(view.printed, language="")
    page.blank()
    if view.grade is not None:
        page.line(comes_again(page, view.grade, view.due, returns=False), style=QUIET, indent=INDENT)
    elif view.right and not view.recorded:
        page.line(words.SAME_AGAIN, style=QUIET, indent=INDENT)


def _mark(page: Page, word: Text, glyph: str) -> Piece:
    return page.clean(f"{page.say(word)}: " if page.linear else f"{glyph} ", QUIET)


def _draw_failure(page: Page, failure: Failure) -> None:
    said = words.REASONS[failure.reason.value]
    if failure.reason is Reason.LAW:
        said = failure.law or words.EXAMPLE
        page.line(page.inline(said), lead=page.clean(_lead(page), WRONG), indent=INDENT)
    else:
        page.line(page.inline(said), indent=INDENT)
    if failure.error:
        page.blank()
        where = [page.clean(words.LINE.fill(line=failure.line), QUIET)] if failure.line else []
        page.flow([page.clean(failure.error, STRONG), *where], indent=INDENT)
    if failure.inputs:
        page.blank()
        page.line(words.INPUT, style=QUIET, indent=INDENT)
        for value in failure.inputs:
            _draw_value(page, value, page.clean(f"{value.name} = ", STRONG))
    before, after = words.EXPECTED, words.ACTUAL
    if failure.reason is Reason.CHANGED:
        before, after = words.BEFORE, words.AFTER
    for label, shown in ((before, failure.expected), (after, failure.actual)):
        if shown is not None:
            page.blank()
            page.line(label, style=QUIET, indent=INDENT)
            _draw_value(page, shown, "")
    if failure.place:
        page.line(words.PLACE.fill(place=failure.place), style=QUIET, indent=INDENT * 2)


def _lead(page: Page) -> str:
    return f"{page.say(words.BROKEN)}: " if page.linear else "✗ "


def _draw_value(page: Page, value: ShownValue, lead: Piece) -> None:
    """The value, then what it is: an array and its shape, a list and its length."""
    if value.kind != "nothing":
        page.listing(page.clean(lead) + page.clean(value.text), indent=INDENT * 2)
    kind = words.KINDS.get(value.kind, Text(value.kind, value.kind))
    facts: list[Piece] = [page.inline(kind)]
    if value.kind == "array":
        sides = ", ".join(map(str, value.shape))
        facts.append(words.SHAPE.fill(shape=f"({sides},)" if len(value.shape) == 1 else f"({sides})"))
    elif value.shape:
        facts.append(words.LENGTH.fill(length=value.shape[0]))
    page.flow(facts, style=QUIET, indent=INDENT * 2)


def draw_solution(page: Page, view: SolutionView) -> None:
    page.blank()
    page.code(view.code)
    page.blank()
    page.line(page.inline(view.explanation), indent=INDENT)
    page.blank()
    if view.grade is not None:
        page.line(comes_again(page, view.grade, view.due, returns=False), style=QUIET, indent=INDENT)
    if view.gave_up:
        page.line(words.GAVE_UP, style=QUIET, indent=INDENT)
