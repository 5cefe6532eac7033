"""JSON Schema (draft 2020-12) of every document, generated from the views: the contract that `schema KIND` prints.

It describes what `as_json` writes, so every field is there, no other is, and a time is a string in UTC.
"""

from __future__ import annotations

from typing import Any

from ..views import SCHEMA, all_views

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TIME = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$"


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of the whole envelope of `kind`, a key of `views.all_views()`; KeyError for any other."""
    from pydantic import TypeAdapter

    body = TypeAdapter(all_views()[kind]).json_schema(mode="serialization")
    definitions = body.pop("$defs", {})
    for shape in (body, *definitions.values()):
        _tighten(shape)
    schema: dict[str, Any] = {
        "$schema": DIALECT,
        "title": kind,
        "type": "object",
        "properties": {"schema": {"const": SCHEMA}, "kind": {"const": kind}, "data": body},
        "required": ["schema", "kind", "data"],
        "additionalProperties": False,
    }
    return schema | ({"$defs": definitions} if definitions else {})


def _tighten(shape: Any) -> None:
    """What `as_json` promises and pydantic leaves open: no other key, none left out, milliseconds of UTC."""
    if isinstance(shape, list):
        for part in shape:
            _tighten(part)
    if not isinstance(shape, dict):
        return
    if shape.get("type") == "object" and "properties" in shape:
        shape["additionalProperties"] = False
        shape["required"] = list(shape["properties"])
    if shape.get("format") == "date-time":
        shape["pattern"] = _TIME
    shape.pop("default", None)
    for key, part in shape.items():
        # The keys of `properties` are names of fields, which may be those of keywords.
        _tighten(list(part.values()) if key == "properties" else part)
