"""run and snippet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..model import Figure, RunResult, Snippet, Text


@dataclass(frozen=True, slots=True)
class RunView:
    """`same` is None where there was nothing to compare; `difference` is a unified diff, recorded against actual.

    `advice` says what to do where the program could not run, such as which package to install. `figures` hold the
    values of this run, `undrawn` says why others could not be drawn.
    """

    envelope: ClassVar[str] = "run"
    snippet: Snippet
    result: RunResult
    same: bool | None
    difference: tuple[str, ...]
    advice: Text | None = None
    figures: tuple[Figure, ...] = ()
    undrawn: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class SnippetView:
    envelope: ClassVar[str] = "snippet"
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class PredictedLine:
    """None where the prediction, or the program, had no such line."""

    predicted: str | None
    printed: str | None
    same: bool


@dataclass(frozen=True, slots=True)
class PredictionView:
    """A program whose output was predicted, run: both line by line."""

    envelope: ClassVar[str] = "prediction"
    question: str
    result: RunResult
    lines: tuple[PredictedLine, ...]
    advice: Text | None = None
