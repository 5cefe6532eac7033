"""bank check, bank test, bank new; schema; doctor; help."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ...model import Problem, Text
from ...views.upkeep import BankCheckView, BankNewView, BankTestView, DoctorView, HelpView, SchemaView, TrustView
from ..moments import duration
from ..page import INDENT, Page, Piece
from ..styles import NONE, QUIET, RIGHT, STRONG, WRONG
from ..words import common
from ..words import upkeep as words


def draw_bank_check(page: Page, view: BankCheckView) -> None:
    """Problems as `file:line:column: RULE message`, which editors parse, each with the way out; then the count."""
    draw_problems(page, view.problems)
    if view.facts:
        page.section(words.FIGURES)
        for fact in view.facts:
            page.line(fact.text, indent=INDENT)
    page.blank()
    if view.errors:
        verdict: Text = words.UNSOUND
    else:
        verdict = words.ONLY_WARNINGS if view.warnings else words.SOUND
    found: list[Piece] = []
    if view.errors:
        found.append(words.ERRORS.of(view.errors))
    if view.warnings:
        found.append(words.WARNINGS.of(view.warnings))
    counted = [words.FILES.of(view.files), common.CONCEPTS.of(view.concepts), common.QUESTIONS.of(view.questions)]
    _draw_conclusion(page, verdict, good=not view.errors, details=[*found, *counted])


def draw_bank_test(page: Page, view: BankTestView) -> None:
    """What differs, what was recorded anew, what was left out, and the count."""
    draw_problems(page, view.problems)
    for title, names in ((words.UPDATED, view.updated), (words.LEFT_OUT, view.skipped)):
        if names:
            page.section(title)
            for name in names:
                page.line(name, indent=INDENT)
    page.blank()
    details: list[Piece] = [words.PROBLEMS.of(len(view.problems))] if view.problems else []
    details += [words.PROGRAMS.of(view.programs), words.ANSWERS.of(view.numeric)]
    if view.exercises:
        details.append(words.EXERCISES.of(view.exercises))
    details.append(duration(view.milliseconds))
    good = not view.problems
    _draw_conclusion(page, words.ALL_RIGHT if good else words.NOT_ALL_RIGHT, good=good, details=details)


def draw_problems(page: Page, problems: Sequence[Problem]) -> None:
    """In the order given. The head of each begins at the left edge, and keeps its length in a pipe."""
    for problem in problems:
        place = problem.where
        spot = ":".join(str(part) for part in (place.file, place.line or "", place.column or "") if part)
        warning = page.say(words.WARNING) if problem.severity == "warning" else ""
        page.line(
            page.clean(f"{spot}: "),
            page.clean(problem.rule, NONE if warning else WRONG),
            f" {warning}",
            problem.message,
            verbatim=True,
        )
        page.line(page.inline(problem.mend), lead=words.MEND, style=QUIET, indent=INDENT * 2)
        page.blank()


def _draw_conclusion(page: Page, verdict: Text, *, good: bool, details: Sequence[Piece]) -> None:
    word = page.clean(page.symbol("✓" if good else "✗") + page.say(verdict), RIGHT if good else WRONG)
    page.flow([word, *(page.clean(detail, QUIET) for detail in details)])


def draw_bank_new(page: Page, view: BankNewView) -> None:
    page.section(words.CREATED)
    for file in view.files:
        page.line(page.clean(file, STRONG), indent=INDENT)
    page.section(words.TODO)
    page.line(page.inline(view.todo), indent=INDENT)


def draw_trust(page: Page, view: TrustView) -> None:
    for name in view.trusted:
        page.line(name, indent=INDENT)
    if view.trusted:
        page.blank()
    said = words.TRUSTED.of(len(view.trusted)) if view.trusted else words.TRUSTED_ALREADY
    _draw_conclusion(page, said, good=True, details=[words.IN_THE_BANK.of(view.programs), view.bank])


def draw_schema(page: Page, view: SchemaView) -> None:
    """The JSON Schema itself, which is what anybody asks for here."""
    page.code(json.dumps(view.schema, ensure_ascii=False, indent=2), indent=0, language="json")


def draw_doctor(page: Page, view: DoctorView) -> None:
    """Each thing that was looked at, its state in a word, and how to mend it."""
    page.heading(f"llmtutor {view.version}", aside=[f"Python {view.python}"])
    for check in view.checks:
        page.blank()
        glyph, style = {"ok": ("✓", RIGHT), "warning": ("!", STRONG)}.get(check.state, ("✗", WRONG))
        state = page.say(words.STATES[check.state])
        name = words.CHECKS.get(check.name, check.name)
        page.line(
            page.join([page.clean(name, STRONG), page.clean(state, QUIET if check.state == "ok" else style)], "  "),
            lead=page.clean(page.symbol(glyph), style),
        )
        page.line(check.text, indent=INDENT)
        if check.value:
            page.line(check.value, style=QUIET, indent=INDENT)
        if check.mend is not None:
            page.line(page.inline(check.mend), lead=words.MEND, indent=INDENT)
    ailing = sum(check.state != "ok" for check in view.checks)
    page.blank()
    page.line(words.AILING.fill(count=words.THINGS.of(ailing)) if ailing else words.HEALTHY)


def draw_help(page: Page, view: HelpView) -> None:
    """A page of terms and what they mean."""
    page.section(view.title)
    if view.text[page.lang].strip():
        page.line(page.inline(view.text), indent=INDENT)
        page.blank()
    page.terms([(row.term, page.inline(row.text)) for row in view.rows])
