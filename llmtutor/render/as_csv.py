"""history -> CSV: a row an answer, oldest first, the columns of `views.learning.AnsweredView` in English.

Times are UTC, shares 0 to 1, `right` is true, false or empty. What would drive a terminal is spelled out, as on a page.
"""

from __future__ import annotations

import csv
import io

from ..views.learning import AnsweredView, HistoryView
from .as_json import write_time
from .visible import visible

COLUMNS = (
    "at", "event", "session", "question", "concept", "topic", "level", "kind", "response", "right", "score", "grade",
    "hints", "attempt", "milliseconds", "confidence", "follows_up",
)  # fmt: skip


def dumps(view: HistoryView) -> str:
    """The whole table with its head; lines end as on this system's other text, with a line feed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(answer) for answer in reversed(view.answers))
    return out.getvalue()


def _row(answer: AnsweredView) -> list[str]:
    return [_cell(write_time(answer.at) if name == "at" else getattr(answer, name)) for name in COLUMNS]


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
    return visible(str(value))
