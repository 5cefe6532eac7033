"""The published schemas: true of every view, and strict enough to notice a change."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from sample_quiz import VERDICT_WRONG
from sample_views import SEARCH
from view_strategies import KINDS, views

from llmtutor.model import Text
from llmtutor.render.as_json import dumps, error
from llmtutor.render.schemas import schema_of

VALIDATORS = {kind: Draft202012Validator(schema_of(kind)) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_written_keeps_to_it(kind: str, data: st.DataObject) -> None:
    written = dumps(data.draw(views(kind, st.text(max_size=10))), pretty=False)
    VALIDATORS[kind].validate(json.loads(written))


def document(view: Any) -> Any:
    return json.loads(dumps(view, pretty=False))


def _set(name: str, value: Any) -> Any:
    def change(told: Any) -> None:
        told["data"][name] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("answer", "B"),
        _set("due", "2026-11-24 08:00"),
        _set("due", "2026-11-24T08:00:00+08:00"),
        _set("expected", "B"),
        _set("expected", {"en": "B"}),
        lambda told: told["data"].pop("typo"),
        lambda told: told.update(schema=2),
        lambda told: told.update(kind="search"),
        lambda told: told.update(more=1),
    ],
)
def test_it_notices_what_is_not_in_the_contract(change: Any) -> None:
    told = document(VERDICT_WRONG)
    VALIDATORS["verdict"].validate(told)
    change(told)
    with pytest.raises(ValidationError):
        VALIDATORS["verdict"].validate(told)


def test_views_inside_views_are_as_strict() -> None:
    told = document(SEARCH)
    told["data"]["hits"][0]["answer"] = "B"
    with pytest.raises(ValidationError):
        VALIDATORS["search"].validate(told)


def test_an_error_keeps_to_the_schema_of_errors() -> None:
    VALIDATORS["error"].validate(json.loads(error("bug", Text("m", "m"), Text("h", "h"))))
