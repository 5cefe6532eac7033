"""The nouns: what a bank holds, what a learner did, what a program printed.

Frozen dataclasses over the standard library. Nothing here reads a clock, a file or a terminal, and nothing prints.
Text that a person reads is always a `Text`, both languages together; code, formulas, slugs and papers' names are `str`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Literal, TypeAlias, Union

Slug: TypeAlias = str
Number: TypeAlias = Union[int, float]
Lang: TypeAlias = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Text:
    """One meaning in both languages."""

    en: str
    zh: str

    def __getitem__(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Words:
    """Words of each language, such as aliases or accepted answers; a list may be empty."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()

    def __getitem__(self, lang: Lang) -> tuple[str, ...]:
        return self.en if lang == "en" else self.zh

    @property
    def all(self) -> tuple[str, ...]:
        return self.en + self.zh


# --- The bank -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Topic:
    slug: Slug
    name: Text


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim can be checked, and `supports`: which claim."""

    title: str
    authors: str
    year: int
    supports: Text
    arxiv: str | None = None
    venue: str | None = None
    url: str | None = None
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Pitfall:
    text: Text
    corrects: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A program of the bank and what it printed when it was recorded; `name` is its file name without `.py`."""

    name: str
    concept: Slug
    title: str
    code: str
    output: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    slug: Slug
    topic: Slug
    name: Text
    level: int
    summary: Text
    explanation: Text
    aliases: Words = Words()
    requires: tuple[Slug, ...] = ()
    covers: tuple[Slug, ...] = ()
    formulas: tuple[str, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    snippet: str | None = None
    sources: tuple[Source, ...] = ()
    verified: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    text: Text
    right: bool
    why: Text
    misconception: Slug | None = None
    corrects: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True)
class SingleChoice:
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class MultipleChoice:
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class TrueFalse:
    answer: bool
    misconception: Slug | None = None


@dataclass(frozen=True, slots=True)
class Cloze:
    """`text` holds `[[1]]`, `[[2]]` ... in either order; gap i accepts any of `gaps[i-1]`, in either language."""

    text: Text
    gaps: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Trap:
    """A known wrong way: what it yields, and why it is wrong."""

    answer: str
    why: Text
    misconception: Slug | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    values: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Numeric:
    """`answer` is an arithmetic expression over the parameters, evaluated by `learn.arithmetic`, in `unit`."""

    answer: str
    parameters: tuple[Parameter, ...] = ()
    unit: str | None = None
    tolerance: float | None = None
    relative_tolerance: float | None = None
    traps: tuple[Trap, ...] = ()


@dataclass(frozen=True, slots=True)
class Ordering:
    """`items` in the right order; they are shown shuffled."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    left: Text
    right: Text


@dataclass(frozen=True, slots=True)
class Matching:
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PredictOutput:
    """`program` names the snippet file; `code` is its text and `output` what it printed when recorded."""

    program: str
    code: str
    output: str
    traps: tuple[Trap, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyPoint:
    text: Text
    words: Words


@dataclass(frozen=True, slots=True)
class FollowUp:
    question: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class Open:
    model_answer: Text
    key_points: tuple[KeyPoint, ...]
    follow_up: FollowUp | None = None


Body: TypeAlias = Union[
    SingleChoice, MultipleChoice, TrueFalse, Cloze, Numeric, Ordering, Matching, PredictOutput, Open
]


class Kind(StrEnum):
    """The name of a body in YAML, on the command line and in JSON."""

    SINGLE_CHOICE = "single-choice"
    MULTIPLE_CHOICE = "multiple-choice"
    TRUE_FALSE = "true-false"
    CLOZE = "cloze"
    NUMERIC = "numeric"
    ORDERING = "ordering"
    MATCHING = "matching"
    PREDICT_OUTPUT = "predict-output"
    OPEN = "open"


BODIES: dict[Kind, type] = {
    Kind.SINGLE_CHOICE: SingleChoice,
    Kind.MULTIPLE_CHOICE: MultipleChoice,
    Kind.TRUE_FALSE: TrueFalse,
    Kind.CLOZE: Cloze,
    Kind.NUMERIC: Numeric,
    Kind.ORDERING: Ordering,
    Kind.MATCHING: Matching,
    Kind.PREDICT_OUTPUT: PredictOutput,
    Kind.OPEN: Open,
}
_KINDS = {body: kind for kind, body in BODIES.items()}


@dataclass(frozen=True, slots=True)
class Question:
    """`id` is `concept/slug`, for life; `digest` changes whenever anything a learner sees of it does."""

    id: str
    concept: Slug
    level: int
    prompt: Text
    body: Body
    explanation: Text
    hints: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()
    covers: tuple[Slug, ...] = ()
    corrects: tuple[Slug, ...] = ()
    digest: str = ""

    @property
    def kind(self) -> Kind:
        return _KINDS[type(self.body)]


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One question or definition of the source article; `distinct` names the first item that asks the same."""

    id: Slug
    asks: Text
    distinct: Slug


@dataclass(frozen=True, slots=True)
class Erratum:
    id: Slug
    severity: Literal["critical", "major", "moderate", "minor"]
    items: tuple[Slug, ...]
    claim: Text
    truth: Text


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything one bank folder holds, already checked for shape; topics and concepts in teaching order."""

    id: Slug
    name: Text
    topics: tuple[Topic, ...]
    concepts: tuple[Concept, ...]
    questions: tuple[Question, ...]
    snippets: tuple[Snippet, ...] = ()
    items: tuple[SourceItem, ...] = ()
    errata: tuple[Erratum, ...] = ()


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file of a bank as it was read: path from the bank's root, size in bytes, mtime in nanoseconds, SHA-256."""

    path: str
    size: int
    mtime_ns: int
    digest: str


@dataclass(frozen=True, slots=True)
class Part:
    """One concept file, compiled: what the index takes in or drops as a whole; `path` is its YAML file."""

    bank: Slug
    path: str
    concept: Concept
    questions: tuple[Question, ...]
    snippets: tuple[Snippet, ...]


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


# --- What a learner is shown, and what came back ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Variant:
    """What `seed` drew for one showing: the numbers, and the order of choices, items or right-hand sides.

    `order[i]` is the index in the bank of what is shown at place i.
    """

    seed: int
    numbers: tuple[tuple[str, Number], ...] = ()
    order: tuple[int, ...] = ()


# A learner's answer: "B", ["A", "C"], True, "3.2 GiB", ["one", "two"], {"1": "B"}.
Response: TypeAlias = Union[str, bool, int, float, list[str], dict[str, str]]


class Grade(IntEnum):
    """How well it was recalled, as in FSRS: Hard is a pass."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Feedback:
    """Why one part of an answer is right or wrong; `label` is the letter, gap or line shown to the learner."""

    label: str
    right: bool
    text: Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` is the share that was right, 0 to 1; `right` only when all of it was.

    `given` is the answer as the grader understood it and `expected` the right one, both as a learner would write them.
    `typo` is set where a slip of the keyboard was forgiven. `misconceptions` are the named ones that this answer shows.
    """

    right: bool
    score: float
    given: str
    expected: Text
    feedback: tuple[Feedback, ...] = ()
    typo: str | None = None
    misconceptions: tuple[Slug, ...] = ()


# --- The journal ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """`grade` is None for an open answer until a `Graded` names one."""

    id: str
    device: str
    at: datetime
    session: str
    bank: str
    question: str
    digest: str
    variant: int
    response: Response
    right: bool | None
    score: float | None
    grade: Grade | None
    hints: int = 0
    attempt: int = 1
    milliseconds: int = 0
    confidence: float | None = None
    misconceptions: tuple[Slug, ...] = ()
    type: Literal["answered"] = field(default="answered", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """Sets or changes the grade of the answer `event`; `points` are the key points that were ticked off."""

    id: str
    device: str
    at: datetime
    session: str
    event: str
    grade: Grade
    points: tuple[int, ...] = ()
    type: Literal["graded"] = field(default="graded", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    id: str
    device: str
    at: datetime
    session: str
    bank: str
    question: str
    type: Literal["skipped"] = field(default="skipped", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """Takes the event `event` back; the event itself stays."""

    id: str
    device: str
    at: datetime
    session: str
    event: str
    type: Literal["retracted"] = field(default="retracted", init=False)


Event: TypeAlias = Union[Answered, Graded, Skipped, Retracted]


@dataclass(frozen=True, slots=True)
class Memory:
    """What the fold of the events says of one question. `stability` in days, `difficulty` 1 to 10, times in UTC."""

    question: str
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    reviews: int
    lapses: int


# --- The lab --------------------------------------------------------------------------------------------------------


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
