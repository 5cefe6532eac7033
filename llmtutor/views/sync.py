"""progress sync: what a shared folder brought, and what it was given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..model import Text
from .progress import RefusedView


@dataclass(frozen=True, slots=True)
class SyncedFileView:
    """One file of the folder: `read` events that were not here, of which `added` were taken in.

    `half_written`: its last line has not arrived whole and waits. `refused` are other lines that are no event,
    `unreadable` says why nothing of the file could be read.
    """

    name: str
    read: int
    added: int
    half_written: bool
    refused: tuple[RefusedView, ...]
    unreadable: Text | None


@dataclass(frozen=True, slots=True)
class SyncedView:
    """`file` is this device's own in `folder`; `sent` events were appended to it, `added` came from `files`.

    `events` is what the journal holds now.
    """

    envelope: ClassVar[str] = "synced"
    folder: str
    file: str
    sent: int
    added: int
    events: int
    files: tuple[SyncedFileView, ...]
