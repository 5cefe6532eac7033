"""The streak as bare `llmtutor` shows it: counted on from the last day that was counted, which the cache keeps.

What is kept can be dropped at any time, and is no longer believed once anything is different: a setting, the bank, the
time zone, or an event that speaks of a day already counted.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from ..errors import CannotWrite
from ..graph import Requires
from ..model import Kind, Memory, Text
from ..store.journal import Journal
from ..store.rows import QuestionEntry
from ..views.learning import StreakView
from ..workspace import Workspace
from ..writing import write_whole
from .practice_memory import RULES
from .progress_days import date_of, day_of
from .progress_streak import FAIR_SHARE, Past, find_streak


def current_streak(
    workspace: Workspace,
    journal: Journal,
    memories: Mapping[str, Memory],
    rows: Sequence[QuestionEntry],
    requires: Requires,
    at: datetime,
) -> StreakView:
    """The streak at `at`; `rows` is the bank, `requires` the edges that give credit."""
    bank = sorted(row.id for row in rows if row.kind != Kind.CODE)
    rests_on = _fingerprint(workspace, journal, bank, requires, at)
    sequence = journal.sequence
    past = _read(workspace, journal, rests_on, at)
    streak = find_streak(journal, memories, bank, requires, workspace.settings, at, past)
    yesterday = date_of(day_of(at)[0] - timedelta(hours=12))
    if past is None or past.day < yesterday:
        _write(workspace, rests_on, sequence, Past(yesterday, streak.days - (streak.today == "done")))
    return streak


def _fingerprint(workspace: Workspace, journal: Journal, bank: Sequence[str], requires: Requires, at: datetime) -> str:
    """Everything that a past day was judged by, but the events."""
    settings = workspace.settings
    edges = sorted((concept, *needed) for concept, needed in requires.items())
    parts = (
        RULES,
        FAIR_SHARE,
        journal.device,
        settings.desired_retention,
        settings.weights,
        settings.due_per_day,
        [list(map(str, pause)) for pause in settings.pauses],
        str(at.astimezone().utcoffset()),
        zlib.crc32(json.dumps([list(bank), edges]).encode()),
    )
    return json.dumps(parts)


def _read(workspace: Workspace, journal: Journal, rests_on: str, at: datetime) -> Past | None:
    try:
        kept = json.loads(_path(workspace).read_text("utf-8"))
        past = Past(date.fromisoformat(kept["day"]), int(kept["days"]))
        if kept["rests_on"] != rests_on or past.day >= date_of(at):
            return None
        changed = journal.earliest_since(int(kept["sequence"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return past if changed is None or date_of(changed) > past.day else None


def _write(workspace: Workspace, rests_on: str, sequence: int, past: Past) -> None:
    """A cache is not worth a failure."""
    path = _path(workspace)
    kept = {"rests_on": rests_on, "sequence": sequence, "day": past.day.isoformat(), "days": past.days}
    with suppress(CannotWrite):
        write_whole(path, [json.dumps(kept)], Text("", ""), make_folder=True)


def _path(workspace: Workspace) -> Path:
    return workspace.cache_dir / "streak.json"
