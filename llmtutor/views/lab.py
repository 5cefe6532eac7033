"""run and snippet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..model import RunResult, Snippet, Text


@dataclass(frozen=True, slots=True)
class RunView:
    """`same` is None where there was nothing to compare; `difference` is a unified diff, recorded against actual.

    `advice` says what to do where the program could not run, such as which package to install.
    """

    envelope: ClassVar[str] = "run"
    snippet: Snippet
    result: RunResult
    same: bool | None
    difference: tuple[str, ...]
    advice: Text | None = None


@dataclass(frozen=True, slots=True)
class SnippetView:
    envelope: ClassVar[str] = "snippet"
    snippet: Snippet
