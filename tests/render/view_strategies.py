"""Hypothesis strategies for views, read off their types: any value that a view can hold, with any text in it."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from llmtutor.views import all_views

MOMENTS = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KINDS = sorted(all_views())


def views(kind: str, text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Views whose document is `kind`, with `text` wherever a string may stand."""
    return _values(all_views()[kind], text)


def _values(hint: Any, text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is str:
        return text
    if hint is bool:
        return st.booleans()
    if hint is int:
        return st.integers(-5, 2_000)
    if hint is float:
        return st.floats(-1, 2, allow_nan=False)
    if hint is datetime:
        return MOMENTS
    if hint in (None, type(None)):
        return st.none()
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return st.one_of(*(_values(argument, text) for argument in arguments))
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(_values(arguments[0], text), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*(_values(argument, text) for argument in arguments))
    if origin is dict:
        return st.dictionaries(st.text(max_size=8), JSON, max_size=3)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        chosen = {field.name: _values(hints[field.name], text) for field in fields(hint) if field.init}
        return st.builds(hint, **chosen)
    raise TypeError(f"no strategy for {hint!r}")
