"""What a run of a program did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ending(StrEnum):
    """How a program ended."""

    OK = "ok"
    FAILED = "failed"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    OUTPUT = "output"
    INTERRUPTED = "interrupted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did; `missing` names the package it could not import."""

    ending: Ending
    stdout: str
    stderr: str
    exit_code: int | None
    milliseconds: int
    missing: str | None = None
