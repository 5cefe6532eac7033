"""Heat maps: a cell for each number, as wide as the screen allows, its number in it where that fits.

With 256 colours and more the cell has a background; with fewer, or none, a shade stands beside the number or in its
place, so the picture is the same. Where not even one character a cell fits, the columns go on below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text as Styled

from ..page import GUTTER, INDENT, Page
from ..styles import NONE, QUIET
from ..words import figures as words
from .grid import MISSING, Grid, write_alike

_SHADES = " ░▒▓█"
_NOTHING = 0.01
_STEP = 5  # a ruler counts every so many columns


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell is drawn: `cells` wide, with its number or without."""

    cells: int
    numbered: bool


def draw_heat_map(page: Page, grid: Grid) -> None:
    names, numbered = _name_rows(grid, page.width)
    lead = max(map(cell_len, names)) + 1
    room = max(1, page.width - page.margin(INDENT) - lead)
    written = write_alike([number for row in grid.rows for number in row])
    digits = max(map(len, written))
    columns = len(grid.x)
    look = next(
        (look for look in _looks(page, digits) if look.cells * columns <= room),
        _Look(1, False),
    )
    texts = [written[start : start + columns] for start in range(0, len(written), columns)]
    headed = look.numbered and all(cell_len(name) < look.cells for name in grid.x)
    for start in range(0, columns, room // look.cells or 1):
        some = range(start, min(columns, start + (room // look.cells or 1)))
        if start:
            page.blank()
        head = "".join(_right(grid.x[place], look.cells) for place in some) if headed else _ruler(grid, some, look)
        _put(page, page.clean((" " * lead + head).rstrip(), QUIET))
        for name, row, said in zip(names, grid.rows, texts, strict=True):
            line = Styled(_left(name, lead))
            for place in some:
                line.append_text(_cell(page, grid, row[place], said[place], look))
            _put(page, line)
    lists = [grid.y] if numbered else []
    if not (headed or grid.counted) and grid.x not in lists:
        lists.append(grid.x)
    for listed in lists:
        page.blank()
        page.flow([f"{place} {name}" for place, name in enumerate(listed, 1)], style=QUIET, indent=INDENT)
    if not look.numbered:
        page.blank()
        page.flow(_legend(page, grid), separator="  ", indent=INDENT)


def _looks(page: Page, digits: int) -> list[_Look]:
    """From the roomiest to the narrowest."""
    numbered = digits + 2 if page.colours > 16 else digits + GUTTER
    return [_Look(numbered, True), _Look(2, False), _Look(1, False)]


def _name_rows(grid: Grid, width: int) -> tuple[list[str], bool]:
    """A name for each row, or its number where names take over a third of the line; and whether it is that."""
    if max(map(cell_len, grid.y)) <= width // 3:
        return list(grid.y), False
    return [str(place) for place in range(1, len(grid.y) + 1)], True


def _ruler(grid: Grid, some: Sequence[int], look: _Look) -> str:
    """Numbers above the columns: of each where there is room, else of every fifth. Named columns count from 1."""
    first = 0 if grid.counted else 1
    widest = len(str(some[-1] + first))
    if look.numbered or widest < look.cells:
        return "".join(_right(str(place + first), look.cells) for place in some)
    line = ""
    for place in some:
        at = (place - some[0]) * look.cells
        fits = at + len(str(place + first)) <= len(some) * look.cells
        if (place + first) % _STEP == 0 and len(line) <= at and fits:
            line = f"{line:<{at}}{place + first} "
    return line


def _cell(page: Page, grid: Grid, number: float | None, said: str, look: _Look) -> Styled:
    if page.colours > 16:
        text = f"{said} ".rjust(look.cells) if look.numbered else (" " if number is not None else MISSING) * look.cells
        return Styled(text, _background(grid, number))
    shade = MISSING if number is None else _SHADES[_level(grid, number)]
    if look.numbered:
        return Styled(said.rjust(look.cells - 2)) + Styled(" " if number is None else shade, QUIET) + Styled(" ")
    return Styled(shade * look.cells)


def _level(grid: Grid, number: float) -> int:
    """Nothing is drawn for the lowest numbers only; the others share four shades."""
    part = (number - grid.low) / grid.span
    return 0 if part < _NOTHING else 1 + min(len(_SHADES) - 2, int(part * (len(_SHADES) - 1)))


def _background(grid: Grid, number: float | None) -> Style:
    """White to blue for what is positive, white to red for what is not; the number in black or white on it."""
    if number is None:
        return NONE
    most = max(abs(grid.low), abs(grid.high)) or 1.0
    part = min(1.0, abs(number) / most)
    full = (8, 64, 129) if number >= 0 else (153, 0, 13)
    red, green, blue = (round(247 + (channel - 247) * part) for channel in full)
    ink = "rgb(0,0,0)" if 0.3 * red + 0.59 * green + 0.11 * blue > 130 else "rgb(255,255,255)"
    return Style(color=ink, bgcolor=f"rgb({red},{green},{blue})")


def _legend(page: Page, grid: Grid) -> Iterator[Styled]:
    """What a shade or a colour stands for."""
    steps = len(_SHADES) - 1
    # What is next to nothing beside the span is the zero that is meant, not 5e-06.
    numbers = [grid.span * round(grid.low / grid.span + level / steps, 3) for level in range(steps + 1)]
    for level, number in enumerate(numbers):
        if page.colours > 16:
            yield Styled().append("  ", _background(grid, number)).append(f" {number:.2g}", QUIET)
        elif level:
            said = words.FROM.fill(number=f"{numbers[level - 1]:.2g}")
            yield Styled(_SHADES[level] * 2) + page.clean(said, QUIET)


def _put(page: Page, line: Styled) -> None:
    """A line that fits by now; spaces at its end stay where they have a background."""
    if page.colours <= 16:
        line.rstrip()
    page.lines.append(Styled(" " * page.margin(INDENT)) + line)


def _right(text: str, cells: int) -> str:
    return " " * (cells - 1 - cell_len(text)) + text + " "


def _left(text: str, cells: int) -> str:
    return text + " " * (cells - cell_len(text))
