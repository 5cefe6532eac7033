"""A figure as it can be drawn: rows of one length, a name for each row and column, and the range of its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from ...model import Figure, Text
from ..page import Page

MISSING = "-"


@dataclass(frozen=True, slots=True)
class Grid:
    """`x` and `y` name columns and rows; `counted` where only their number from 0 does. `series` name curves
    and bars. `low` and `high` take in 0 where all numbers lie on one side of it.
    """

    rows: tuple[tuple[float | None, ...], ...]
    x: tuple[str, ...]
    y: tuple[str, ...]
    counted: bool
    series: tuple[str, ...]
    low: float
    high: float
    finite: bool

    @property
    def span(self) -> float:
        return (self.high - self.low) or 1.0


def read_grid(page: Page, figure: Figure) -> Grid:
    columns = max(map(len, figure.rows), default=0)
    rows = tuple(
        tuple(number if number is not None and isfinite(number) else None for number in row)
        + (None,) * (columns - len(row))
        for row in figure.rows
    )
    numbers = [number for row in rows for number in row if number is not None]
    x, y = _names(page, figure.x.ticks, columns), _names(page, figure.y.ticks, len(rows))
    series = [*figure.series, *(Text(str(place), str(place)) for place in range(len(figure.series) + 1, len(rows) + 1))]
    return Grid(
        rows=rows,
        x=x or tuple(map(str, range(columns))),
        y=y or tuple(map(str, range(len(rows)))),
        counted=not x,
        series=tuple(one_line(page, name) for name in series[: len(rows)]),
        low=min([*numbers, 0.0]),
        high=max([*numbers, 0.0]),
        finite=bool(numbers),
    )


def _names(page: Page, ticks: Sequence[str], count: int) -> tuple[str, ...]:
    return tuple(one_line(page, tick) for tick in ticks) if len(ticks) == count else ()


def one_line(page: Page, piece: str | Text) -> str:
    """A label without what would break its line; where nothing is left, what stands for a blank."""
    plain = page.clean(piece).plain
    return " ".join(plain.split()) or "␣" * (len(plain) or 1)


def write_number(number: float | None) -> str:
    """A number in few characters: whole, or of three digits."""
    if number is None:
        return MISSING
    if number == int(number) and abs(number) < 1e6:
        return str(int(number))
    return f"{number:.3g}" if abs(number) >= 1e-4 else f"{number:.0e}"


def write_alike(numbers: Sequence[float | None]) -> list[str]:
    """Numbers with as many places as each other, so that they can be compared at a glance."""
    known = [abs(number) for number in numbers if number is not None]
    most = max(known, default=0.0)
    if all(number == int(number) for number in known) and most < 1e6:
        places = 0
    elif 0.095 <= most < 1000:
        places = 2 if most < 10 else 1
    else:
        return [write_number(number) for number in numbers]
    return [MISSING if number is None else f"{number:.{places}f}".replace("-0.00", "0.00") for number in numbers]
