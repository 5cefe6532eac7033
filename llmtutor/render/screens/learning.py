"""path and map: concepts, what they build on, and how well each is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Text
from ...views.learning import KnownConcept, MapView, PathView
from ..page import INDENT, Page, Piece
from ..styles import CODE, NONE, QUIET, RIGHT, STRONG
from ..words import learning as words

MOST_TO_LEARN = 3
_BAR = 10


def draw_path(page: Page, view: PathView) -> None:
    """The concept over what it builds on, each with its place in the order of learning; then what to learn now."""
    counted = words.KNOWN_OF.fill(known=view.known, total=len(view.steps))
    page.heading(view.name, aside=[counted])
    page.blank()
    branches = list(_grow(view))
    room = page.width - page.margin(INDENT)
    if page.linear or any(2 * len(branch.lead) > room for branch in branches):
        _draw_list(page, view)
    else:
        for branch in branches:
            _draw_branch(page, branch)
    if view.next:
        page.section(words.LEARN_NOW)
        names = {step.slug: step.name for step in view.steps}
        shown = view.next[:MOST_TO_LEARN]
        page.terms(
            [(page.clean(f"llmtutor explain {slug}", CODE), names.get(slug, Text(slug, slug))) for slug in shown]
        )
    elif view.known == len(view.steps):
        page.blank()
        page.line(words.ARRIVED)


class _Branch:
    """One line of the tree: its number, what leads to it, and the concept; `again` where it stands elsewhere too."""

    def __init__(self, number: int, digits: int, guides: str, step: KnownConcept, *, again: bool) -> None:
        self.lead = f"{number if not again else '':>{digits}}  {guides}"
        self.number = number
        self.step = step
        self.again = again


def _grow(view: PathView) -> Iterator[_Branch]:
    """The tree from the top. What several concepts build on is opened once, where it comes first."""
    steps = {step.slug: (number, step) for number, step in enumerate(view.steps, 1)}
    digits = len(str(len(steps)))
    opened: set[str] = set()
    waiting = [(view.concept, "", "")]
    while waiting:
        slug, guides, below = waiting.pop()
        if slug not in steps:
            continue
        number, step = steps[slug]
        again = slug in opened
        opened.add(slug)
        yield _Branch(number, digits, guides, step, again=again)
        if not again:
            needed = [each for each in step.requires if each in steps]
            for place, each in reversed(list(enumerate(needed))):
                last = place == len(needed) - 1
                waiting.append((each, below + ("└─ " if last else "├─ "), below + ("   " if last else "│  ")))


def _draw_branch(page: Page, branch: _Branch) -> None:
    step = branch.step
    lead = page.clean(branch.lead, QUIET)
    if branch.again:
        see = words.SEEN_AT.fill(number=branch.number)
        page.line(page.clean(step.name, QUIET), "  ", page.clean(see, QUIET), lead=lead, indent=INDENT)
        return
    page.line(_named(page, step), "  ", page.clean(_stage(step), QUIET), lead=lead, indent=INDENT)


def _draw_list(page: Page, view: PathView) -> None:
    """The same in the order of learning, one after the other, where there is no room for a tree or nobody to see it."""
    numbers = {step.slug: number for number, step in enumerate(view.steps, 1)}
    digits = len(str(len(numbers)))
    for step in view.steps:
        after = sorted(numbers[each] for each in step.requires if each in numbers)
        told: list[Piece] = [page.clean(_stage(step), QUIET)]
        if after:
            told.append(page.clean(words.AFTER.fill(numbers=", ".join(map(str, after))), QUIET))
        lead = page.clean(f"{numbers[step.slug]:>{digits}}  ", STRONG)
        page.line(_named(page, step), "  ", page.join(told), lead=lead, indent=INDENT)


def _named(page: Page, step: KnownConcept) -> Piece:
    """A concept's name, ticked where it is known; its stage says the same."""
    known = step.stage in ("known", "mastered")
    return page.clean(page.symbol("✓") if known else "", RIGHT) + page.clean(step.name, NONE if known else STRONG)


def _stage(step: KnownConcept) -> Text:
    if step.stage == "begun":
        return words.BEGUN_OF.fill(known=step.known, total=step.questions)
    return words.STAGES[step.stage]


def draw_map(page: Page, view: MapView) -> None:
    """Topics with their concepts, each with its mastery."""
    if not view.topics:
        page.line(words.EMPTY, style=QUIET)
        return
    wide = not page.narrow and not page.linear
    for topic in view.topics:
        known = sum(concept.stage in ("known", "mastered") for concept in topic.concepts)
        page.section(topic.name, aside=[words.KNOWN_OF.fill(known=known, total=len(topic.concepts))])
        if wide and topic.concepts:
            begun = any(concept.stage not in ("new", "untested") for concept in topic.concepts)
            rows = [_row(page, concept) if begun else [*_row(page, concept)[::3]] for concept in topic.concepts]
            page.table(rows, numbers=(2,) if begun else (), indent=INDENT)
            continue
        for concept in topic.concepts:
            page.line(_named(page, concept), "  ", page.clean(_told(page, concept), QUIET), indent=INDENT)
    page.blank()
    page.line(words.KNOWN_OF.fill(known=view.known, total=view.concepts), style=QUIET)


def _row(page: Page, concept: KnownConcept) -> Sequence[Piece]:
    tested = concept.stage not in ("new", "untested")
    bar = page.clean(_bar(concept.score) if tested else "", QUIET)
    percent = words.PERCENT.fill(percent=round(100 * concept.score)) if tested else ""
    return [_named(page, concept), bar, page.clean(percent, QUIET), page.clean(_stage(concept), QUIET)]


def _told(page: Page, concept: KnownConcept) -> Piece:
    if concept.stage in ("new", "untested"):
        return _stage(concept)
    return page.join([_stage(concept), words.PERCENT.fill(percent=round(100 * concept.score))])


def _bar(share: float) -> str:
    full = min(max(round(_BAR * share), 0), _BAR)
    return "━" * full + "╌" * (_BAR - full)
