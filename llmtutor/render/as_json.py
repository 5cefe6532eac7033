"""View -> JSON: one envelope a document, `{"schema": 1, "kind": ..., "data": ...}`.

Field names are the keys; nothing is renamed, dropped or added here. It never asks what a terminal can do: `pretty` is
the caller's choice. Characters that could drive a terminal leave as escapes, so that the value is the same and the
screen stays whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from ..views import SCHEMA

if TYPE_CHECKING:
    from ..model import Text


class View(Protocol):
    """Any view: a frozen dataclass that names its document."""

    envelope: ClassVar[str]


def dumps(view: View, pretty: bool) -> str:
    """The document of `view`, without a line end: one line, or indented by two if `pretty`."""
    return _write(view.envelope, view, pretty)


def error(code: str, message: Text, hint: Text) -> str:
    """The document of a failure, on one line."""
    return _write("error", {"code": code, "message": message, "hint": hint}, pretty=False)


def _write(kind: str, content: object, pretty: bool) -> str:
    envelope: Mapping[str, object] = {"schema": SCHEMA, "kind": kind, "data": content}
    text = json.dumps(envelope, default=_plain, ensure_ascii=False, allow_nan=False, indent=2 if pretty else None)
    return _UNSAFE.sub(_escape, text)


# json itself escapes U+0000-001F. The rest would be obeyed by a terminal (DEL, C1, bidirectional controls), would end a
# line for some readers of JSON Lines (U+2028, U+2029), or cannot be encoded (lone surrogates).
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


_FIELDS: dict[type, tuple[str, ...]] = {}


def _plain(value: Any) -> object:
    """What the encoder cannot write by itself: one level of a dataclass, or a time. Enums and tuples it can."""
    names = _FIELDS.get(type(value))
    if names is None:
        if not is_dataclass(value):
            return write_time(value)
        names = _FIELDS[type(value)] = tuple(field.name for field in fields(value))
    return {name: getattr(value, name) for name in names}


def write_time(value: object) -> str:
    """UTC in ISO 8601 with milliseconds; TypeError for what is no part of a view."""
    from datetime import UTC, datetime

    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError(f"a view cannot hold {value!r}")
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
