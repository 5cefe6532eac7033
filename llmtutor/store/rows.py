"""Lists of what the index holds: light rows in teaching order, without bodies."""

from __future__ import annotations

from dataclasses import dataclass
from json import loads
from typing import TYPE_CHECKING

from ..model import Text
from .index_file import damage_told

if TYPE_CHECKING:
    from .index_file import IndexFile


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """`questions` counts them; `snippet` names the concept's main program."""

    slug: str
    name: Text
    topic: str
    level: int
    requires: tuple[str, ...]
    covers: tuple[str, ...]
    questions: int
    snippet: str | None
    bank: str


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """`kind` as in `model.Kind`; `prompt` with the numbers of its first variant."""

    id: str
    kind: str
    concept: str
    topic: str
    level: int
    covers: tuple[str, ...]
    corrects: tuple[str, ...]
    prompt: Text
    digest: str
    bank: str


@dataclass(frozen=True, slots=True)
class SnippetEntry:
    name: str
    concept: str
    title: str
    lines: int
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedConcept:
    slug: str
    name: Text


@dataclass(frozen=True, slots=True)
class Resolved:
    """`slug` where one concept is meant; `ambiguous` where several bear the name; `suggestions` where none does."""

    slug: str | None
    ambiguous: tuple[NamedConcept, ...] = ()
    suggestions: tuple[NamedConcept, ...] = ()


@damage_told()
def list_concepts(index: IndexFile) -> tuple[ConceptEntry, ...]:
    found = index.rows(
        "select slug, en, zh, topic, level, requires, covers, questions, snippet, bank from concept order by place"
    )
    return tuple(
        ConceptEntry(slug, Text(en, zh), topic, level, _slugs(requires), _slugs(covers), questions, snippet, bank)
        for slug, en, zh, topic, level, requires, covers, questions, snippet, bank in found
    )


@damage_told()
def list_questions(
    index: IndexFile, topic: str | None, concept: str | None, level: int | None, kind: str | None
) -> tuple[QuestionEntry, ...]:
    wanted = {"c.topic": topic, "c.slug": concept, "q.level": level, "q.kind": kind}
    filters = {column: value for column, value in wanted.items() if value is not None}
    where = " and ".join(f"{column} = ?" for column in filters) or "true"
    found = index.rows(
        "select q.id, q.kind, c.slug, c.topic, q.level, q.covers, q.corrects, q.en, q.zh, q.digest, c.bank"
        " from question q join concept c on c.number = q.concept"
        f" where {where} order by c.place, q.within",
        list(filters.values()),
    )
    return tuple(
        QuestionEntry(key, kind, slug, topic, level, _slugs(covers), _slugs(corrects), Text(en, zh), digest, bank)
        for key, kind, slug, topic, level, covers, corrects, en, zh, digest, bank in found
    )


@damage_told()
def list_snippets(index: IndexFile) -> tuple[SnippetEntry, ...]:
    found = index.rows(
        "select s.name, c.slug, s.title, s.lines, s.needs"
        " from snippet s join concept c on c.number = s.concept order by c.place, s.within"
    )
    return tuple(SnippetEntry(name, slug, title, lines, _slugs(needs)) for name, slug, title, lines, needs in found)


def _slugs(stored: str) -> tuple[str, ...]:
    return () if stored == "[]" else tuple(loads(stored))
