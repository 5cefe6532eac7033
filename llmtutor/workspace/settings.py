"""llmtutor's own settings: what each may hold, what it is for, and what holds where it is not set. No file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple, TypeAlias, Union

from ..errors import NotFound
from ..model import Lang, Text

Toml: TypeAlias = Union[str, bool, int, float, list[str], list[float]]


class Pause(NamedTuple):
    """Days on which no streak is counted and none ends, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Settings:
    """`desired_retention` is the probability of recall at which a question falls due, 0.70 to 0.97.

    `weights` are the 21 of FSRS-6 as `tune` fitted them; None are its defaults. `credit`: whether an answer
    to an advanced question puts off what it contains. `language` None is the system's.
    """

    language: Lang | None = None
    desired_retention: float = 0.9
    new_per_day: int = 20
    due_per_day: int = 200
    credit: bool = True
    pauses: tuple[Pause, ...] = ()
    weights: tuple[float, ...] | None = None


# --- What each may hold; ValueError where it holds something else ---------------------------------------------------


class Shape(NamedTuple):
    """How one setting is written in TOML and at a prompt, and what it is for."""

    check: Callable[[Any], Any]  # a TOML value -> the setting
    read: Callable[[str], Toml]  # words typed -> a TOML value
    about: Text
    allowed: Text


def _check_language(value: Any) -> Lang:
    if value not in ("en", "zh"):
        raise ValueError(value)
    return "zh" if value == "zh" else "en"


def _check_retention(value: Any) -> float:
    if not isinstance(value, float) or not 0.70 <= value <= 0.97:
        raise ValueError(value)
    return value


def _read_retention(text: str) -> float:
    return round(float(text[:-1]) / 100, 6) if text.endswith("%") else float(text)


def _check_count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 10_000:
        raise ValueError(value)
    return value


def _check_switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


_SWITCH = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}


def _read_switch(text: str) -> bool:
    if text.lower() not in _SWITCH:
        raise ValueError(text)
    return _SWITCH[text.lower()]


def _check_pauses(value: Any) -> tuple[Pause, ...]:
    if not isinstance(value, list) or len(value) > 1000:
        raise ValueError(value)
    return tuple(sorted(map(_check_pause, value)))


def _check_pause(value: Any) -> Pause:
    if not isinstance(value, str):
        raise ValueError(value)
    first, _, last = value.partition("/")
    pause = Pause(date.fromisoformat(first), date.fromisoformat(last or first))
    if pause.last < pause.first:
        raise ValueError(value)
    return pause


def _read_pauses(text: str) -> list[str]:
    return [part for part in text.replace(",", " ").split() if part.lower() != "none"]


# What FSRS-6 allows each of its weights to be; a test holds it against the library's own.
WEIGHT_BOUNDS = (
    (0.001, 100.0), (0.001, 100.0), (0.001, 100.0), (0.001, 100.0), (1.0, 10.0), (0.001, 4.0), (0.001, 4.0),
    (0.001, 0.75), (0.0, 4.5), (0.0, 0.8), (0.001, 3.5), (0.001, 5.0), (0.001, 0.25), (0.001, 0.9), (0.0, 4.0),
    (0.0, 1.0), (1.0, 6.0), (0.0, 2.0), (0.0, 2.0), (0.0, 0.8), (0.1, 0.8),
)  # fmt: skip


def _check_weights(value: Any) -> tuple[float, ...]:
    if not isinstance(value, list) or len(value) != len(WEIGHT_BOUNDS):
        raise ValueError(value)
    for weight, (low, high) in zip(value, WEIGHT_BOUNDS, strict=True):
        if not isinstance(weight, int | float) or isinstance(weight, bool) or not low <= weight <= high:
            raise ValueError(weight)
    return tuple(float(weight) for weight in value)


def _read_weights(text: str) -> list[float]:
    return [float(part) for part in text.replace(",", " ").split()]


_COUNTS = Text("0 to 10000", "0 到 10000")

SHAPES: dict[str, Shape] = {
    "language": Shape(
        _check_language,
        str.lower,
        Text("the language of the interface; unset, the system's", "界面语言；不设则跟随系统"),
        Text("en or zh", "en 或 zh"),
    ),
    "desired_retention": Shape(
        _check_retention,
        _read_retention,
        Text("a question is due when it is known with this probability", "记得的概率降到这个值时，题目到期"),
        Text("0.70 to 0.97", "0.70 到 0.97"),
    ),
    "new_per_day": Shape(_check_count, int, Text("at most so many new questions a day", "每天最多学几道新题"), _COUNTS),
    "due_per_day": Shape(
        _check_count, int, Text("at most so many due questions a day", "每天最多复习几道到期的题"), _COUNTS
    ),
    "credit": Shape(
        _check_switch,
        _read_switch,
        Text(
            "a right answer on an advanced concept puts off a little what it builds on",
            "答对进阶概念的题，它所依赖的内容会稍晚到期",
        ),
        Text("on or off", "on 或 off"),
    ),
    "pauses": Shape(
        _check_pauses,
        _read_pauses,
        Text("days off, on which no streak ends", "休息的日子，不会中断连续天数"),
        Text(
            "dates such as 2026-12-20/2027-01-03, several with commas; or none",
            "日期，如 2026-12-20/2027-01-03，多段用逗号隔开；或 none",
        ),
    ),
    "weights": Shape(
        _check_weights,
        _read_weights,
        Text("the weights of the scheduler, as `llmtutor tune` fits them", "复习算法的权重，由 `llmtutor tune` 拟合"),
        Text("21 numbers; unset, the defaults", "21 个数；不设则用默认值"),
    ),
}
assert list(SHAPES) == [each.name for each in fields(Settings)]


def shape_of(key: str) -> Shape:
    if key in SHAPES:
        return SHAPES[key]
    from difflib import get_close_matches

    near = get_close_matches(key, SHAPES, n=1)
    listed = ", ".join(SHAPES)
    raise NotFound(
        "unknown-setting",
        Text(f"there is no setting {key}", f"没有名为 {key} 的设置"),
        Text(f"did you mean: {near[0]}", f"是否想找：{near[0]}")
        if near
        else Text(f"settings: {listed}", f"可用的设置：{listed}"),
    )
