"""bank check, test, new, schema; doctor; schema; help; errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ..model import Problem, Text


@dataclass(frozen=True, slots=True)
class BankCheckView:
    """`errors` and `warnings` count `problems`; `facts` are figures of the whole bank."""

    envelope: ClassVar[str] = "bank-check"
    bank: str
    files: int
    concepts: int
    questions: int
    errors: int
    warnings: int
    problems: tuple[Problem, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    name: str
    value: float
    text: Text


@dataclass(frozen=True, slots=True)
class BankTestView:
    """What was run, recomputed and judged; `problems` are programs that differ, answers that cannot be computed, and
    exercises whose reference fails, or whose wrong solutions do not."""

    envelope: ClassVar[str] = "bank-test"
    bank: str
    programs: int
    numeric: int
    updated: tuple[str, ...]
    skipped: tuple[str, ...]
    problems: tuple[Problem, ...]
    milliseconds: int
    exercises: int = 0


@dataclass(frozen=True, slots=True)
class BankNewView:
    envelope: ClassVar[str] = "bank-new"
    files: tuple[str, ...]
    todo: Text


@dataclass(frozen=True, slots=True)
class SchemaView:
    """A JSON Schema, of a view or of a file of a bank."""

    envelope: ClassVar[str] = "schema"
    name: str
    schema: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CheckupView:
    name: str
    state: Literal["ok", "warning", "broken"]
    value: str
    text: Text
    mend: Text | None = None


@dataclass(frozen=True, slots=True)
class TrustView:
    """How many programs the bank has, and which of them are agreed to only now."""

    envelope: ClassVar[str] = "trust"
    bank: str
    programs: int
    trusted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoctorView:
    envelope: ClassVar[str] = "doctor"
    version: str
    python: str
    checks: tuple[CheckupView, ...]


@dataclass(frozen=True, slots=True)
class HelpView:
    """A page of `llmtutor help TOPIC`: rows of a term and what it means."""

    envelope: ClassVar[str] = "help"
    topic: str
    title: Text
    text: Text
    rows: tuple[HelpRow, ...]


@dataclass(frozen=True, slots=True)
class HelpRow:
    term: str
    text: Text


@dataclass(frozen=True, slots=True)
class CoveredItem:
    """An item of the source article: `concepts` teach it, `questions` ask it, `answered` are the open ones among them.

    An item counts as taught by what covers any item that asks the same (`distinct`).
    """

    id: str
    asks: Text
    distinct: str
    concepts: tuple[str, ...]
    questions: tuple[str, ...]
    answered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorrectedErratum:
    """An error of the article; `where` are the concepts (pitfalls) and questions that correct it."""

    id: str
    severity: Literal["critical", "major", "moderate", "minor"]
    claim: Text
    truth: Text
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """`untaught`, `unasked` and `uncorrected` list what is missing: no concept, no open question, no correction."""

    envelope: ClassVar[str] = "coverage"
    items: tuple[CoveredItem, ...]
    errata: tuple[CorrectedErratum, ...]
    untaught: tuple[str, ...]
    unasked: tuple[str, ...]
    uncorrected: tuple[str, ...]
