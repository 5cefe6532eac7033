"""A figure and the values that its program handed over: does the one fit the other, and what is recorded.

Pure. `NAME.figures.json` beside a program holds what `bank test --update` recorded, one variable a line.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal

from ..model import Axis, Figure, Text

RECORD = ".figures.json"

# Rows and numbers a row: more than that nobody reads off a terminal.
_MOST: dict[str, tuple[int, int]] = {"line": (6, 500), "bar": (4, 24), "heat-map": (32, 64)}
_WHOLE = {
    "line": Text("a list of numbers, or up to 6 such lists of up to 500", "一列数，或至多 6 列、每列至多 500 个"),
    "bar": Text("a list of numbers, or up to 4 such lists of up to 24", "一列数，或至多 4 列、每列至多 24 个"),
    "heat-map": Text("up to 32 rows of up to 64 numbers", "至多 32 行、每行至多 64 个数"),
}
# What another machine may compute otherwise, of numbers that were rounded to six digits.
_RELATIVE, _ABSOLUTE = 3e-5, 1e-7

Values = Mapping[str, object]


class FigureProblem(Exception):
    """The values do not fit the figure; `message` says in what."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def plan(shape: Any) -> Figure:
    """A figure as it is described in the bank, without its numbers."""
    return Figure(
        kind=shape.kind,
        title=Text(shape.title.en, shape.title.zh),
        values=shape.values,
        x=_axis(shape.x),
        y=_axis(shape.y),
        series=tuple(Text(name.en, name.zh) for name in shape.series),
    )


def _axis(shape: Any) -> Axis:
    label = Text(shape.label.en, shape.label.zh) if shape.label else None
    if isinstance(shape.ticks, str):
        return Axis(label, (), shape.ticks)
    return Axis(label, tuple(shape.ticks or ()))


def variables_of(figures: Iterable[Figure]) -> tuple[str, ...]:
    """What a program must hand over for these figures."""
    wanted = [
        name for figure in figures for name in (figure.values, figure.x.variable, figure.y.variable) if name is not None
    ]
    return tuple(dict.fromkeys(wanted))


def fill(figure: Figure, values: Values) -> Figure:
    """The figure with the numbers and ticks of one run. Raises `FigureProblem`."""
    rows = _rows(figure, values)
    filled = replace(figure, x=_ticked(figure.x, values), y=_ticked(figure.y, values), rows=rows)
    _check_count("x", filled.x, len(rows[0]))
    if figure.kind == "heat-map":
        _check_count("y", filled.y, len(rows))
    elif len(rows) > 1 and len(figure.series) != len(rows):
        raise FigureProblem(
            Text(
                f"`{figure.values}` has {len(rows)} rows, `series` names {len(figure.series)}",
                f"`{figure.values}` 有 {len(rows)} 行，`series` 给出了 {len(figure.series)} 个名称",
            )
        )
    return filled


def _rows(figure: Figure, values: Values) -> tuple[tuple[float | None, ...], ...]:
    value = _variable(figure.values, values)
    wrong = FigureProblem(
        Text(f"`{figure.values}` must be {_WHOLE[figure.kind].en}", f"`{figure.values}` 应为{_WHOLE[figure.kind].zh}")
    )
    if not isinstance(value, list) or not value:
        raise wrong
    rows = value if all(isinstance(row, list) for row in value) else [value]
    most, longest = _MOST[figure.kind]
    if len(rows) > most or not 0 < len(rows[0]) <= longest or any(len(row) != len(rows[0]) for row in rows):
        raise wrong
    if any(isinstance(number, bool) or not isinstance(number, int | float | None) for row in rows for number in row):
        raise wrong
    return tuple(tuple(None if number is None else float(number) for number in row) for row in rows)


def _ticked(axis: Axis, values: Values) -> Axis:
    if axis.variable is None:
        return axis
    value = _variable(axis.variable, values)
    if not isinstance(value, list) or not all(isinstance(tick, str | int | float) for tick in value):
        raise FigureProblem(
            Text(f"`{axis.variable}` must be a list of words or numbers", f"`{axis.variable}` 应为一列词或数")
        )
    return replace(axis, ticks=tuple(tick if isinstance(tick, str) else f"{tick:.6g}" for tick in value))


def _check_count(name: Literal["x", "y"], axis: Axis, count: int) -> None:
    if axis.ticks and len(axis.ticks) != count:
        raise FigureProblem(
            Text(
                f"{count} numbers along {name}, but {len(axis.ticks)} ticks",
                f"{name} 轴上有 {count} 个数，却有 {len(axis.ticks)} 个刻度",
            )
        )


def _variable(name: str, values: Values) -> object:
    if name not in values:
        raise FigureProblem(Text(f"the program has no variable `{name}`", f"程序中没有变量 `{name}`"))
    return values[name]


# --- Records ----------------------------------------------------------------------------------------------------------


def read_record(text: str) -> Values | None:
    """The values of a record; None where it is none."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def write_record(values: Values, figures: Iterable[Figure]) -> str:
    """What is recorded of `values`: only what the figures draw, in their order."""
    lines = [
        f"  {json.dumps(name)}: {json.dumps(values[name], ensure_ascii=False)}"
        for name in variables_of(figures)
        if name in values
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def same_values(recorded: object, actual: object) -> bool:
    """Whether two values say the same: numbers within tolerance, everything else exactly."""
    if isinstance(recorded, list) and isinstance(actual, list):
        return len(recorded) == len(actual) and all(map(same_values, recorded, actual))
    if isinstance(recorded, int | float) and isinstance(actual, int | float):
        return math.isclose(recorded, actual, rel_tol=_RELATIVE, abs_tol=_ABSOLUTE)
    return recorded == actual
