"""history as CSV: what a spreadsheet reads back is what was answered."""

from __future__ import annotations

import csv
import io
from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st
from sample_learning import HISTORY

from llmtutor.render.as_csv import COLUMNS, dumps
from llmtutor.render.visible import visible
from llmtutor.views.learning import AnsweredView, HistoryView


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_an_answer_oldest_first() -> None:
    rows = read(dumps(HISTORY))
    assert [row["question"] for row in rows] == [answer.question for answer in reversed(HISTORY.answers)]
    assert rows[-1] == {
        "at": "2026-11-24T08:30:00.000Z",
        "event": "e1",
        "session": "s",
        "question": "softmax/large-logits",
        "concept": "softmax",
        "topic": "foundations",
        "level": "2",
        "kind": "single-choice",
        "response": "B",
        "right": "true",
        "score": "1.0",
        "grade": "3",
        "hints": "0",
        "attempt": "1",
        "milliseconds": "9300",
        "confidence": "0.9",
        "follows_up": "false",
    }
    assert (rows[1]["right"], rows[1]["grade"], rows[1]["confidence"]) == ("", "", "")
    assert rows[1]["response"] == "It divides, then\nexponentiates"


def test_the_columns_are_those_of_the_view_but_the_name() -> None:
    assert set(COLUMNS) == {field.name for field in fields(AnsweredView)} - {"name"}


def test_nothing_yet_is_a_head_alone() -> None:
    assert dumps(HistoryView(0, ())) == ",".join(COLUMNS) + "\n"


@given(st.text())
def test_any_response_comes_back_and_none_drives_a_terminal(response: str) -> None:
    written = dumps(HistoryView(1, (replace(HISTORY.answers[0], response=response),)))
    (row,) = read(written)
    assert row["response"] == visible(response)
    assert visible(written) == written
