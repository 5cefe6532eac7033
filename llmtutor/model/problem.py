"""What is wrong with a bank, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .text import Text


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; line and column count from 1, 0 where the whole file is meant."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a bank, with the way out."""

    where: Place
    rule: str
    message: Text
    mend: Text
    severity: Literal["error", "warning"] = "error"
