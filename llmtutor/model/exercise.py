"""Exercises: what a learner is to write, and what a judge said of what was written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .text import Slug, Text


@dataclass(frozen=True, slots=True)
class Mistake:
    """A typical wrong solution, and what is wrong with it."""

    name: Slug
    code: str
    why: Text
    misconception: Slug | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """Write `function`. All others are texts of programs: what the learner begins with, the reference, the judge."""

    function: str
    stub: str
    solution: str
    judge: str
    mistakes: tuple[Mistake, ...]


class Reason(StrEnum):
    """Why a solution did not pass; in the order in which a judge finds out."""

    SYNTAX = "syntax"  # it is not Python
    UNDEFINED = "undefined"  # there is no such function
    UNFINISHED = "unfinished"  # it raises NotImplementedError, as stubs do
    RAISED = "raised"
    EXITED = "exited"  # it ended the process, or tried to
    SLOW = "slow"  # one call did not come back, or all of them took too long
    MEMORY = "memory"
    OUTPUT = "output"  # it printed more than anybody reads
    FORM = "form"  # another type or shape than asked for
    CHANGED = "changed"  # it changed what it was given
    LAW = "law"  # a property does not hold, or a value is another


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value as text. `kind` is array, list, number, truth, text, mapping or nothing; `shape` that of an array, or a
    length; `name` that of the parameter where it was one.
    """

    text: str
    kind: str
    shape: tuple[int, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """The first law that does not hold, at the smallest input tried. `place` is where in the value, such as `[0, 1]`;
    `error` what Python said, `line` where in the learner's file."""

    reason: Reason
    law: Text | None = None
    inputs: tuple[ShownValue, ...] = ()
    expected: ShownValue | None = None
    actual: ShownValue | None = None
    place: str = ""
    error: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """`held` are the laws that hold; `mistake` names the known mistake that gives the very same results."""

    held: tuple[Text, ...]
    failure: Failure | None = None
    mistake: Slug | None = None

    @property
    def passed(self) -> bool:
        return self.failure is None
