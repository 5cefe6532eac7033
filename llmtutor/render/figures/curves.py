"""Curves, drawn by plotext: it gets numbers and plain ticks, and gives characters; what is said around them is ours.

One curve is a line of fine dots. Several have a character each, which the legend names, and a colour on top.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor, log10

from rich.style import Style
from rich.text import Text as Styled

from ..page import INDENT, Page
from ..styles import QUIET
from .grid import Grid

_MARKERS = ("•", "o", "x", "+", "*", "#")
_COLOURS = tuple(Style(color=name) for name in ("cyan", "magenta", "yellow", "green", "blue", "red"))
_WIDEST, _HEIGHT, _LOW = 76, 16, 12
_TICKS = 5


def draw_curves(page: Page, grid: Grid) -> None:
    width = min(_WIDEST, page.width - page.margin(INDENT))
    several = len(grid.rows) > 1
    for line in _plot(grid, width, _LOW if page.narrow else _HEIGHT, several).split("\n"):
        page.listing(_styled(line, several), indent=INDENT)
    if several:
        page.blank()
        names = zip(_MARKERS, _COLOURS, grid.series, strict=False)
        page.flow([Styled(mark, colour) + Styled(f" {name}") for mark, colour, name in names], indent=INDENT)
    if _named(grid):
        page.blank()
        page.flow([f"{place} {name}" for place, name in enumerate(grid.x, 1)], style=QUIET, indent=INDENT)


def _plot(grid: Grid, width: int, height: int, several: bool) -> str:
    """The frame and what is in it. plotext keeps one figure for everybody: it is cleared first."""
    import plotext

    plotext.clear_figure()
    plotext.limit_size(False, False)
    plotext.plot_size(width, height)
    plotext.theme("clear")
    places = _places(grid)
    for number, row in enumerate(grid.rows[: len(_MARKERS)]):
        points = [(place, value) for place, value in zip(places, row, strict=True) if value is not None]
        if points:
            xs, ys = zip(*points, strict=True)
            plotext.plot(xs, ys, marker=_MARKERS[number] if several else "braille")
    last = len(places) - 1
    shown = range(0, last + 1, 1 if last < 2 * _TICKS and width >= 60 else ceil(last / (_TICKS - 1)) or 1)
    labels = [str(place + 1) if _named(grid) else grid.x[place] for place in shown]
    plotext.xticks([places[place] for place in shown], labels)
    levels = _levels([value for row in grid.rows for value in row if value is not None])
    plotext.yticks(levels, [f"{level:.6g}" for level in levels])
    drawn: str = plotext.uncolorize(plotext.build())
    return drawn.rstrip("\n")


def _places(grid: Grid) -> list[float]:
    """Where points stand: at their ticks where these are numbers that grow, else one after the other."""
    try:
        numbers = [float(tick) for tick in grid.x]
    except ValueError:
        numbers = []
    if numbers and all(-1e12 < before < after < 1e12 for before, after in pairwise(numbers)):
        return numbers
    return [float(place) for place in range(len(grid.x))]


def _levels(values: list[float]) -> list[float]:
    """Round numbers between the least and the greatest, about five of them: steps of 1, 2 or 5 times a power of ten."""
    low, high = min(values), max(values)
    if high - low <= 1e-9 * max(abs(low), abs(high), 1e-300):
        return [low]
    exact = (high - low) / _TICKS
    power = 10.0 ** floor(log10(exact))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= exact * (1 - 1e-9))
    return [step * count for count in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]


def _named(grid: Grid) -> bool:
    """Whether the ticks are words that plotext would not align."""
    return not grid.counted and not all(tick.isascii() and len(tick) <= 8 for tick in grid.x)


def _styled(line: str, several: bool) -> Styled:
    styled = Styled(line)
    inside = line.find("┤") if "┤" in line else line.find("│")
    for place, character in enumerate(line):
        if place > inside >= 0 and several and character in _MARKERS:
            styled.stylize(_COLOURS[_MARKERS.index(character)], place, place + 1)
        elif "\u2800" <= character <= "\u28ff":
            styled.stylize(_COLOURS[0], place, place + 1)
        elif place <= inside or character in "┌┐└┘─│┬":
            styled.stylize(QUIET, place, place + 1)
    return styled
