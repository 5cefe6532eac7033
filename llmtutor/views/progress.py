"""Where the learner stands, and the journal as a thing to carry around."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..model import Text


@dataclass(frozen=True, slots=True)
class StandingView:
    """What bare `llmtutor` shows. `streak` in days; `resumable` if a quiz waits; `commands` to type next."""

    envelope: ClassVar[str] = "standing"
    due: int
    new: int
    learned: int
    answered: int
    streak: int
    resumable: bool
    commands: tuple[SuggestionView, ...]


@dataclass(frozen=True, slots=True)
class SuggestionView:
    command: str
    what: Text


@dataclass(frozen=True, slots=True)
class ExportedView:
    """`path` is None where the events went to stdout."""

    envelope: ClassVar[str] = "exported"
    events: int
    path: str | None


@dataclass(frozen=True, slots=True)
class ImportedView:
    """`read` events in the file, of which `added` were new here; `refused` lines that are no event, with the reason."""

    envelope: ClassVar[str] = "imported"
    path: str
    read: int
    added: int
    refused: tuple[RefusedView, ...]


@dataclass(frozen=True, slots=True)
class RefusedView:
    line: int
    reason: Text


@dataclass(frozen=True, slots=True)
class BackedUpView:
    envelope: ClassVar[str] = "backed-up"
    path: str
    events: int
    at: datetime
