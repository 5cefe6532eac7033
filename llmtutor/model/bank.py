"""What a bank holds: topics, concepts, questions of each kind, programs, the items of a source article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, Union

from .exercise import Code
from .figure import Figure
from .kind import Kind
from .text import NO_WORDS, Number, Slug, Text, Words


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
    """A program of the bank and what it printed when it was recorded; `name` is its file name without `.py`.

    `figures` are drawn from the values that it handed over then.
    """

    name: str
    concept: Slug
    title: str
    code: str
    output: str
    needs: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """`aliases` are other names, `asked` is what else people type who mean it: found by, never shown as a name.

    `snippet` is the program that explains it, `programs` are more of them, all by name.
    """

    slug: Slug
    topic: Slug
    name: Text
    level: int
    summary: Text
    explanation: Text
    aliases: Words = NO_WORDS
    requires: tuple[Slug, ...] = ()
    covers: tuple[Slug, ...] = ()
    formulas: tuple[str, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    snippet: str | None = None
    sources: tuple[Source, ...] = ()
    verified: str = ""
    programs: tuple[str, ...] = ()
    asked: Words = NO_WORDS


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
    SingleChoice, MultipleChoice, TrueFalse, Cloze, Numeric, Ordering, Matching, PredictOutput, Open, Code
]


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
    Kind.CODE: Code,
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
