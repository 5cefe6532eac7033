"""explain, list, show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..model import Pitfall, Snippet, Source, Text, Words
from .practice import AnswerView, QuestionView
from .search import NamedView


@dataclass(frozen=True, slots=True)
class ConceptView:
    """Everything `explain` tells; `formulas` are LaTeX, `programs` name more of them than the snippet."""

    envelope: ClassVar[str] = "concept"
    slug: str
    topic: NamedView
    name: Text
    aliases: Words
    level: int
    summary: Text
    explanation: Text
    formulas: tuple[str, ...]
    pitfalls: tuple[Pitfall, ...]
    snippet: Snippet | None
    requires: tuple[NamedView, ...]
    required_by: tuple[NamedView, ...]
    questions: tuple[str, ...]
    covers: tuple[str, ...]
    sources: tuple[Source, ...]
    verified: str
    programs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicRow:
    slug: str
    name: Text
    concepts: int
    questions: int


@dataclass(frozen=True, slots=True)
class TopicsView:
    envelope: ClassVar[str] = "topics"
    topics: tuple[TopicRow, ...]


@dataclass(frozen=True, slots=True)
class ConceptRow:
    slug: str
    name: Text
    topic: str
    level: int
    requires: tuple[str, ...]
    covers: tuple[str, ...]
    questions: int
    snippet: str | None
    topic_name: Text


@dataclass(frozen=True, slots=True)
class ConceptsView:
    envelope: ClassVar[str] = "concepts"
    concepts: tuple[ConceptRow, ...]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """`prompt` has the numbers of variant 0, as `show` draws it."""

    id: str
    kind: str
    concept: str
    topic: str
    level: int
    covers: tuple[str, ...]
    corrects: tuple[str, ...]
    prompt: Text


@dataclass(frozen=True, slots=True)
class QuestionsView:
    envelope: ClassVar[str] = "questions"
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class SnippetRow:
    name: str
    concept: str
    title: str
    lines: int
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SnippetsView:
    envelope: ClassVar[str] = "snippets"
    snippets: tuple[SnippetRow, ...]


@dataclass(frozen=True, slots=True)
class ShownView:
    """One question to read; `answer` only where it was asked for."""

    envelope: ClassVar[str] = "shown"
    question: QuestionView
    answer: AnswerView | None
