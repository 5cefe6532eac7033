"""A picture of a program's own values, described in the bank and drawn from what a run handed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .text import Text


@dataclass(frozen=True, slots=True)
class Axis:
    """`ticks` are the words or numbers along it; `variable` names the list of the program that holds them, if any."""

    label: Text | None = None
    ticks: tuple[str, ...] = ()
    variable: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """`values` names the variable that is drawn; `rows` are its numbers, None where one is not finite.

    A heat map has a row of cells for each row; lines and bars have one row a series, each named in `series`.
    """

    kind: Literal["line", "bar", "heat-map"]
    title: Text
    values: str
    x: Axis = Axis()
    y: Axis = Axis()
    series: tuple[Text, ...] = ()
    rows: tuple[tuple[float | None, ...], ...] = ()
