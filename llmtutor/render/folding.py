"""Text -> lines of at most so many cells, the way a typesetter breaks them.

Latin breaks at spaces. Han text, which has none, breaks between any two characters, but a line never begins with
closing punctuation nor ends with an opening bracket (the core of W3C, "Requirements for Chinese Text Layout", line
breaking). A word that is wider than a line breaks anywhere. Nothing is cut, nothing is added but the line end, and
widths are cell widths.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from .styles import QUIET

_NEVER_FIRST = frozenset("，。、；：？！）》」』】〕〉〗〙”’…—～％‰℃·・,.;:?!)]}%»›")
_NEVER_LAST = frozenset("（《「『【〔〈〖〘“‘([{«‹$￥")


class _Unit(NamedTuple):
    """What must stay together: a character and the marks that sit on it."""

    start: int
    end: int
    cells: int


def fold(text: Text, width: int) -> list[Text]:
    """Lines of `text`, at most `width` (>= 2) cells each, no spaces at the end; an empty text is one empty line."""
    return [line for paragraph in text.split("\n", allow_blank=True) for line in _fold_line(paragraph, width)]


def fold_code(text: Text, width: int, mark: str) -> list[Text]:
    """Lines of a program or its output, in which spaces count: where one must break, what continues is led by `mark`.

    It breaks after a space if there is one in the second half of the line, else at the last cell.
    """
    return [part for line in text.split("\n", allow_blank=True) for part in _fold_code_line(line, width, mark)]


def _fold_code_line(line: Text, width: int, mark: str) -> list[Text]:
    plain = line.plain
    deep = min(len(plain) - len(plain.lstrip(" ")), width // 3)
    lead = " " * deep + mark
    room = max(2, width - cell_len(lead))
    units = _units(plain)
    offsets: list[int] = []
    start, used, space = 0, 0, 0
    for number, unit in enumerate(units):
        limit = room if offsets else width
        if used + unit.cells > limit and number > start:
            start = space if space > (start + number) // 2 else number
            offsets.append(units[start].start)
            used = sum(other.cells for other in units[start:number])
        if _is_space(plain, unit):
            space = number + 1
        used += unit.cells
    first, *rest = line.divide(offsets) if offsets else [line]
    folded = [first, *(Text().append(lead, QUIET).append_text(more) for more in rest)]
    for part in folded:
        part.rstrip()
    return folded


def _fold_line(line: Text, width: int) -> list[Text]:
    plain = line.plain
    if cell_len(plain) <= width:
        line.rstrip()
        return [line]
    offsets = list(_break_offsets(plain, width))
    parts = list(line.divide(offsets)) if offsets else [line]
    for number, part in enumerate(parts):
        part.rstrip()
        if number and part.plain[:1] == " ":
            parts[number] = part[len(part.plain) - len(part.plain.lstrip(" ")) :]
    return [part for number, part in enumerate(parts) if number == 0 or part.plain]


def _break_offsets(plain: str, width: int) -> Iterator[int]:
    """Where lines after the first begin. Greedy: as much on a line as fits, back to the last place that may break."""
    units = _units(plain)
    start, used, allowed = 0, 0, 0
    for number, unit in enumerate(units):
        space = _is_space(plain, unit)
        if number > start and not space and _may_break(plain, units[number - 1], unit):
            allowed = number
        # A space may hang over the edge: it is stripped.
        if used + unit.cells > width and not space and number > start:
            start = allowed if allowed > start else number
            yield units[start].start
            used = sum(other.cells for other in units[start:number])
            if used + unit.cells > width:  # what was carried over fills the line already
                start = number
                yield unit.start
                used = 0
        used += unit.cells


def _may_break(plain: str, before: _Unit, after: _Unit) -> bool:
    if _is_space(plain, before):
        return True
    last, first = plain[before.start], plain[after.start]
    if first in _NEVER_FIRST or last in _NEVER_LAST:
        return False
    return before.cells == 2 or after.cells == 2 or last in "—…"


def _is_space(plain: str, unit: _Unit) -> bool:
    """A space by itself; one that carries a mark is a character like any other."""
    return plain[unit.start : unit.end] == " "


def _units(plain: str) -> list[_Unit]:
    """Characters of `plain`, marks of no width joined to what they sit on; widths add up to no less than the line's."""
    units: list[_Unit] = []
    for index, character in enumerate(plain):
        cells = cell_len(character)
        if cells or not units:
            units.append(_Unit(index, index + 1, cells))
        else:
            start = units[-1].start
            units[-1] = _Unit(start, index + 1, cell_len(plain[start : index + 1]))
    return units
