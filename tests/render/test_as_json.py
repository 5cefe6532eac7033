"""The JSON that leaves the program."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_quiz import VERDICT_RIGHT, VERDICT_WRONG
from sample_views import SEARCH
from view_strategies import KINDS, views

from llmtutor.model import Ending, RunResult, Snippet, Text
from llmtutor.render.as_json import dumps, error
from llmtutor.views.lab import RunView
from llmtutor.views.practice import SkippedView, UndoneView

DANGEROUS = st.text(st.sampled_from('a中\x00\x07\x1b\x7f\x80\x9b\u200f\u2028\u202e\u2066\ufeff\udcff\n"\\'))


def test_the_envelope() -> None:
    assert dumps(SkippedView("softmax/why"), pretty=False) == (
        '{"schema": 1, "kind": "skipped", "data": {"question": "softmax/why"}}'
    )


def test_text_keeps_both_languages_unescaped() -> None:
    hit = json.loads(dumps(SEARCH, pretty=False))["data"]["hits"][0]
    assert hit["title"] == {"en": "Softmax and logits", "zh": "Softmax 与 logits"}
    assert hit["marks"] == {"en": [[0, 7]], "zh": [[0, 7]]}
    assert "Softmax 与 logits" in dumps(SEARCH, pretty=False)


def test_times_are_utc_with_milliseconds() -> None:
    east = timezone(timedelta(hours=8))
    view = UndoneView("a/b", "e1", datetime(2026, 11, 24, 8, 0, 0, 123_456, tzinfo=east))
    assert json.loads(dumps(view, pretty=False))["data"]["at"] == "2026-11-24T00:00:00.123Z"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot hold"):
        dumps(UndoneView("a/b", "e1", datetime(2026, 11, 24)), pretty=False)  # noqa: DTZ001


def test_enums_are_their_values() -> None:
    run = RunView(Snippet("a", "b", "c", "", ""), RunResult(Ending.TIMEOUT, "", "", None, 10), None, ())
    assert json.loads(dumps(run, pretty=False))["data"]["result"]["ending"] == "timeout"


def test_pretty_is_for_eyes_and_says_the_same() -> None:
    pretty = dumps(VERDICT_WRONG, pretty=True)
    assert pretty.startswith('{\n  "schema": 1,')
    assert json.loads(pretty) == json.loads(dumps(VERDICT_WRONG, pretty=False))


def test_without_pretty_one_document_is_one_line() -> None:
    assert len(dumps(VERDICT_RIGHT, pretty=False).splitlines()) == 1


def test_an_error() -> None:
    told = json.loads(error("unknown-concept", Text("No such concept.", "没有这个概念。"), Text("Search.", "请搜索。")))
    assert told == {
        "schema": 1,
        "kind": "error",
        "data": {
            "code": "unknown-concept",
            "message": {"en": "No such concept.", "zh": "没有这个概念。"},
            "hint": {"en": "Search.", "zh": "请搜索。"},
        },
    }


@given(DANGEROUS)
def test_nothing_in_it_drives_a_terminal_and_the_value_is_the_same(text: str) -> None:
    written = dumps(SkippedView(text), pretty=False)
    assert json.loads(written)["data"]["question"] == text
    assert written.encode()  # also where the text holds half a surrogate pair
    assert written.isprintable()


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_every_view_is_written(kind: str, data: st.DataObject) -> None:
    document = json.loads(dumps(data.draw(views(kind, DANGEROUS)), pretty=False))
    assert document["schema"] == 1
    assert document["kind"] == kind


def test_a_time_is_exact_to_the_millisecond() -> None:
    view = UndoneView("a/b", "e1", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    assert json.loads(dumps(view, pretty=False))["data"]["at"] == "2026-01-02T03:04:05.000Z"
