"""The shape of a concept's `figures`: which variables of its program are drawn, and how they are called."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from pydantic import Field

from .shapes import Both, Line, ProgramFile, Shape

Variable = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,40}$")]
Ticks = Union[Variable, Annotated[list[Line], Field(min_length=1, max_length=500)]]


class AxisShape(Shape):
    label: Both | None = None
    ticks: Ticks | None = Field(default=None, description="a variable that holds them, or a list of words")


class FigureShape(Shape):
    kind: Literal["line", "bar", "heat-map"]
    title: Both
    program: ProgramFile | None = Field(default=None, description="whose variables are drawn; else the snippet's")
    values: Variable = Field(description="a list of numbers, or a list of rows of them")
    x: AxisShape = AxisShape()
    y: AxisShape = AxisShape()
    series: Annotated[list[Both], Field(max_length=6)] = Field(default=[], description="what each row is called")
