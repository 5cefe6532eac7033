"""quiz --placement: what a few answers came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..model import Text


@dataclass(frozen=True, slots=True)
class PlacedTopicView:
    topic: str
    name: Text
    known: int
    concepts: int


@dataclass(frozen=True, slots=True)
class PlacementView:
    """`known` are the concepts that are taken as known from now on, `next` those to begin with.

    `asked` counts questions, of which `right` were answered rightly. `doubt` is the share of concepts expected to be
    placed wrongly.
    """

    envelope: ClassVar[str] = "placement"
    session: str
    asked: int
    right: int
    concepts: int
    known: tuple[str, ...]
    topics: tuple[PlacedTopicView, ...]
    next: tuple[str, ...]
    doubt: float


@dataclass(frozen=True, slots=True)
class PausedView:
    """Left in the middle: `answered` of at most `total`, all kept; `command` goes on where it was left."""

    envelope: ClassVar[str] = "paused"
    answered: int
    total: int
    command: str
