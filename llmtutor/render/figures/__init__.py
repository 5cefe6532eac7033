"""Figures -> characters: a picture where there is room and a screen to see it, the numbers where there is not.

Whatever a figure holds is drawn, also rows of unequal length or ticks that do not fit: what is wrong with a figure is
told by `bank check`, not here. Nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Figure
from ..page import INDENT, Page
from ..styles import QUIET, STRONG
from ..words import figures as words
from .grid import Grid, read_grid, write_number

# Below this many cells a curve shows no shape.
_NARROWEST_CURVE = 32
_MOST_POINTS = 12


def draw_figure(page: Page, figure: Figure) -> None:
    """The title, what stands along the axes, the picture."""
    page.blank()
    page.line(page.clean(figure.title, STRONG), indent=INDENT)
    grid = read_grid(page, figure)
    if not grid.finite:
        page.line(words.NOTHING, style=QUIET, indent=INDENT)
        return
    _name_axes(page, figure)
    page.blank()
    if page.linear or (figure.kind == "line" and page.width < _NARROWEST_CURVE):
        _draw_numbers(page, figure, grid)
    elif figure.kind == "heat-map":
        from .heat_map import draw_heat_map

        draw_heat_map(page, grid)
    elif figure.kind == "bar":
        from .bars import draw_bars

        draw_bars(page, grid)
    else:
        from .curves import draw_curves

        draw_curves(page, grid)


def _name_axes(page: Page, figure: Figure) -> None:
    named = {
        "heat-map": (words.ROWS, words.COLUMNS),
        "line": (words.UPWARDS, words.RIGHTWARDS),
        "bar": (words.LENGTH, words.EACH_BAR),
    }[figure.kind]
    pieces = [
        template.fill(label=label)
        for template, label in zip(named, (figure.y.label, figure.x.label), strict=True)
        if label is not None
    ]
    if pieces:
        page.flow(pieces, style=QUIET, indent=INDENT)


def _draw_numbers(page: Page, figure: Figure, grid: Grid) -> None:
    """A table: a row for each row of a heat map; for curves and bars a row for each point, a column for each series."""
    if figure.kind == "heat-map":
        rows = [[name, *map(write_number, row)] for name, row in zip(grid.y, grid.rows, strict=True)]
        head = ["", *grid.x]
    else:
        places = _spaced(len(grid.x))
        if len(places) < len(grid.x):
            page.line(words.SOME_OF.fill(shown=len(places), count=len(grid.x)), style=QUIET, indent=INDENT)
        rows = [[grid.x[place], *(write_number(row[place]) for row in grid.rows)] for place in places]
        head = ["", *(grid.series if len(grid.rows) > 1 else [""])]
    if page.linear:
        head = [f"{name}:" if name else "" for name in head]
    page.table(rows, head=head, numbers=range(1, len(head)), indent=INDENT)


def _spaced(count: int) -> Sequence[int]:
    """Places of at most `_MOST_POINTS` points, the first and the last among them."""
    if count <= _MOST_POINTS:
        return range(count)
    return [round(step * (count - 1) / (_MOST_POINTS - 1)) for step in range(_MOST_POINTS)]
