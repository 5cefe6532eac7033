"""Bars lie, so that their names can be read, and each ends in its number. Below 0 they grow to the left."""

from __future__ import annotations

from math import floor

from rich.cells import cell_len
from rich.text import Text as Styled

from ..page import INDENT, Page
from ..styles import CODE, NONE, QUIET
from .grid import Grid, write_alike

_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
_LONGEST = 50
_SHORTEST = 8


def draw_bars(page: Page, grid: Grid) -> None:
    """A bar for each column; where there are several series, a group of bars, each with its series' name."""
    several = len(grid.rows) > 1
    labels = grid.series if several else grid.x
    widest = max(map(cell_len, labels))
    written = write_alike([number for row in grid.rows for number in row])
    digits = max(map(len, written))
    indent = INDENT * 2 if several else INDENT
    room = page.width - page.margin(indent)
    above = widest > room // 2 - digits  # names that leave no room stand above their bars
    length = min(_LONGEST, max(_SHORTEST, room - (0 if above else widest + 1) - digits - 2))
    for column, name in enumerate(grid.x):
        if several:
            if column:
                page.blank()
            page.line(name, indent=INDENT)
        for place, row in enumerate(grid.rows):
            label = grid.series[place] if several else name
            bar = _bar(grid, row[column], length)
            bar.append(f" {written[place * len(grid.x) + column]}", QUIET)
            if above:
                page.line(label, indent=indent)
                page.listing(bar, indent=indent)
            else:
                page.listing(Styled(label + " " * (widest + 1 - cell_len(label))) + bar, indent=indent)


def _bar(grid: Grid, number: float | None, length: int) -> Styled:
    left = round(length * -grid.low / grid.span)
    part = (number or 0.0) / grid.span * length
    if part < 0:
        cells = min(left, max(1, round(-part)))
        return Styled(" " * (left - cells)).append("▒" * cells, CODE)
    whole = floor(part)
    eighth = int((part - whole) * 8)
    drawn = "█" * whole + _EIGHTHS[eighth]
    if number and not drawn:
        drawn = _EIGHTHS[1]
    return Styled(" " * left).append(drawn, CODE if drawn else NONE)
