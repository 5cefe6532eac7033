"""One event as one line of JSON, the shape of the journal's rows and of `progress export`.

    {"v": 1, "type": "answered", "id", "device", "at", "session", "bank", "question", "digest", "variant", "response",
     "right", "score", "grade", "hints", "attempt", "milliseconds", "confidence", "misconceptions"}
    {"v": 1, "type": "graded",    "id", "device", "at", "session", "event", "grade", "points"}
    {"v": 1, "type": "skipped",   "id", "device", "at", "session", "bank", "question"}
    {"v": 1, "type": "retracted", "id", "device", "at", "session", "event"}
    {"v": 1, "type": "placed",    "id", "device", "at", "session", "known", "unknown"}

`at` is UTC, ISO 8601 with milliseconds; ids, device and session are opaque; the other fields are those of `model`.
Whoever adds a field raises `v`: a reader refuses what it does not know rather than dropping a part of it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import datetime, timedelta
from typing import Any

from ..model import Answered, Event, Grade, Graded, Placed, Response, Retracted, Skipped, Text

VERSION = 1
MAX_LINE = 1_000_000
_MAX_WHOLE = 2**63 - 1
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_GRADES = {grade.value: grade for grade in Grade}


class NotAnEvent(ValueError):
    """Why a line is no event."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def encode(event: Event) -> str:
    """One line without its end; the same event gives the same line everywhere."""
    members: dict[str, Any] = {"v": VERSION, "type": event.type}
    for name in _MEMBERS[event.type]:
        members[name] = getattr(event, name)
    members["at"] = write_time(event.at)
    return _ENCODER.encode(members)


def read_back(line: str) -> Event:
    """The event of a line that `encode` wrote, at half the price of `decode`. Raises NotAnEvent where it did not."""
    try:
        members = json.loads(line)
        if members.pop("v") == VERSION:
            made = _SHAPES[members.pop("type")][0]
            members["at"] = datetime.fromisoformat(members["at"])
            if members.get("grade") is not None:
                members["grade"] = _GRADES[members["grade"]]
            for name in ("misconceptions", "points", "known", "unknown"):
                if name in members:
                    members[name] = tuple(members[name])
            return made(**members)  # type: ignore[no-any-return]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return decode(line)


def decode(line: str) -> Event:
    """The event of one line. Raises NotAnEvent, and nothing else, on whatever else it is given."""
    if len(line) > MAX_LINE:
        raise NotAnEvent(Text(f"longer than {MAX_LINE} characters", f"超过 {MAX_LINE} 个字符"))
    try:
        members = json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise NotAnEvent(Text("this is not JSON", "不是 JSON")) from None
    if not isinstance(members, dict):
        raise NotAnEvent(Text("this is not a JSON object", "不是 JSON 对象"))
    version, kind = members.pop("v", None), members.pop("type", None)
    if _is_whole(version) and version > VERSION:
        raise NotAnEvent(Text("written by a newer llmtutor: upgrade first", "由更新版本的 llmtutor 写出：请先升级"))
    if not _is_whole(version) or version != VERSION or not isinstance(kind, str) or kind not in _SHAPES:
        raise NotAnEvent(Text("this is not an event of llmtutor", "不是 llmtutor 的事件"))
    made, readers = _SHAPES[kind]
    return _build(made, readers, members)  # type: ignore[no-any-return]


def write_time(at: datetime) -> str:
    """UTC with `Z`; milliseconds, and microseconds only where there are any, so that nothing is lost."""
    offset = at.utcoffset()
    if offset is None or offset != timedelta(0):
        raise ValueError(f"{at!r} is not in UTC")
    precision = "microseconds" if at.microsecond % 1000 else "milliseconds"
    return at.replace(tzinfo=None).isoformat(timespec=precision) + "Z"


def _build(made: type, readers: dict[str, Callable[[Any], Any]], members: dict[str, Any]) -> Any:
    values = {}
    for each in fields(made):
        if not each.init:
            continue
        if each.name not in members:
            if each.default is MISSING:
                raise NotAnEvent(Text(f"{each.name} is missing", f"缺少 {each.name}"))
            continue
        try:
            values[each.name] = readers[each.name](members.pop(each.name))
        except (ValueError, OverflowError):
            raise NotAnEvent(Text(f"{each.name} has no valid value", f"{each.name} 的值无效")) from None
    if members:
        name = ascii(min(members))
        raise NotAnEvent(Text(f"unknown member {name}", f"未知的成员 {name}"))
    return made(**values)


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


# --- What each member may hold; ValueError where it holds something else --------------------------------------------


def _read_text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    value.encode()  # half of a surrogate pair is no text: UnicodeEncodeError is a ValueError
    return value


def _read_name(value: Any) -> str:
    """An id, a slug, a digest: short, one line, nothing hidden in it."""
    name = _read_text(value)
    if not 0 < len(name) <= 200 or not name.isprintable():
        raise ValueError(value)
    return name


def _read_digest(value: Any) -> str:
    return _read_name(value) if value != "" else ""


def _read_time(value: Any) -> datetime:
    if not isinstance(value, str) or not value.endswith("Z"):
        raise ValueError(value)
    at = datetime.fromisoformat(value)
    if at.utcoffset() != timedelta(0):
        raise ValueError(value)
    return at


def _read_whole(value: Any) -> int:
    if not _is_whole(value) or abs(value) > _MAX_WHOLE:
        raise ValueError(value)
    return int(value)


def _read_count(value: Any) -> int:
    if (count := _read_whole(value)) < 0:
        raise ValueError(value)
    return count


def _read_share(value: Any) -> float | None:
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise ValueError(value)
    return float(value)


def _read_truth(value: Any) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise ValueError(value)
    return value


def _read_grade(value: Any) -> Grade:
    return Grade(_read_whole(value))


def _read_grade_or_none(value: Any) -> Grade | None:
    return None if value is None else _read_grade(value)


def _read_list(read: Callable[[Any], Any], most: int = 1000) -> Callable[[Any], tuple[Any, ...]]:
    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise ValueError(value)
        return tuple(read(item) for item in value)

    return read_all


def _read_response(value: Any) -> Response:
    match value:
        case bool():
            return value
        case str():
            return _read_text(value)
        case int():
            return _read_whole(value)
        case float() if math.isfinite(value):
            return value
        case list():
            return [_read_text(item) for item in value]
        case dict():
            return {_read_text(key): _read_text(item) for key, item in value.items()}
    raise ValueError(value)


_COMMON = {"id": _read_name, "device": _read_name, "at": _read_time, "session": _read_name}
_SHAPES: dict[str, tuple[type, dict[str, Callable[[Any], Any]]]] = {
    "answered": (
        Answered,
        {
            **_COMMON,
            "bank": _read_name,
            "question": _read_name,
            "digest": _read_digest,
            "variant": _read_whole,
            "response": _read_response,
            "right": _read_truth,
            "score": _read_share,
            "grade": _read_grade_or_none,
            "hints": _read_count,
            "attempt": _read_count,
            "milliseconds": _read_count,
            "confidence": _read_share,
            "misconceptions": _read_list(_read_name),
        },
    ),
    "graded": (Graded, {**_COMMON, "event": _read_name, "grade": _read_grade, "points": _read_list(_read_count)}),
    "skipped": (Skipped, {**_COMMON, "bank": _read_name, "question": _read_name}),
    "retracted": (Retracted, {**_COMMON, "event": _read_name}),
    "placed": (
        Placed,
        {**_COMMON, "known": _read_list(_read_name, 10_000), "unknown": _read_list(_read_name, 10_000)},
    ),
}
_MEMBERS = {kind: tuple(each.name for each in fields(made) if each.init) for kind, (made, _) in _SHAPES.items()}
