"""Files of a bank as they were read, and what was compiled from them."""

from __future__ import annotations

from dataclasses import dataclass

from .bank import Concept, Question, Snippet
from .text import Slug


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file of a bank as it was read: path from the bank's root, size in bytes, mtime in nanoseconds, SHA-256."""

    path: str
    size: int
    mtime_ns: int
    digest: str

    @property
    def state(self) -> str:
        """What changes with the file, on one line."""
        return f"{self.path} {self.size} {self.mtime_ns}"


@dataclass(frozen=True, slots=True)
class Part:
    """One concept file, compiled: what the index takes in or drops as a whole; `path` is its YAML file."""

    bank: Slug
    path: str
    concept: Concept
    questions: tuple[Question, ...]
    snippets: tuple[Snippet, ...]
