"""search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from ..model import Text

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the excerpt matches, as [start, end) offsets in characters of that language's text."""

    en: tuple[Span, ...] = ()
    zh: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class HitView:
    type: Literal["concept", "question", "snippet"]
    id: str
    concept: str
    title: Text
    excerpt: Text
    marks: Marks
    score: float
    topic: str
    level: int
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class NamedView:
    """A concept by name, where no more is needed."""

    slug: str
    name: Text


@dataclass(frozen=True, slots=True)
class SearchView:
    """`corrected` is the query that was searched instead, where a typo was mended; `nearest` is filled without hits."""

    envelope: ClassVar[str] = "search"
    query: str
    hits: tuple[HitView, ...]
    total: int
    corrected: str | None = None
    nearest: tuple[NamedView, ...] = ()
