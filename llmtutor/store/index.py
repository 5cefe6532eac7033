"""The index: the compiled bank in one SQLite file, and what it holds. A cache: it may be deleted at any time.

Nothing here parses YAML or decides where the file lives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..errors import IndexDamaged, NotFound
from ..model import Text
from .index_file import IndexFile, damage_told

if TYPE_CHECKING:
    from ..model import Bank, Concept, Erratum, FileStamp, Part, Question, Snippet, SourceItem, Topic
    from .rows import ConceptEntry, QuestionEntry, Resolved, SnippetEntry

Noun = TypeVar("Noun")


def read_stamps(path: Path, *, key: str) -> Mapping[tuple[str, str], FileStamp] | None:
    """The files the index was built from, by bank and path; None if there is none at `path` for this `key`."""
    try:
        with Index.open(path) as index:
            return index.stamps() if index.key == key else None
    except IndexDamaged:
        return None


def build(
    path: Path,
    heads: Sequence[Bank],
    parts: Iterable[Part],
    stamps: Mapping[str, Sequence[FileStamp]],
    *,
    key: str,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write a whole index to `path` and put it in place at once; `progress` is told how many parts are done.

    `OSError` where it cannot be written; what was at `path` is then still there.
    """
    from . import index_write

    index_write.build(path, heads, parts, stamps, key=key, progress=progress)


def update(
    path: Path,
    heads: Sequence[Bank],
    changed: Iterable[Part],
    removed: Iterable[tuple[str, str]],
    stamps: Mapping[str, Sequence[FileStamp]],
    *,
    key: str,
) -> None:
    """Replace the changed parts and drop the removed ones, by bank and path, in a copy that takes the index's place.

    `IndexDamaged` if there is no usable index at `path`: build it then.
    """
    from . import index_write

    index_write.update(path, heads, changed, removed, stamps, key=key)


class Index(IndexFile):
    """A compiled bank to read from; use it as a context manager, or close it."""

    @damage_told()
    def stamps(self) -> dict[tuple[str, str], FileStamp]:
        from ..model import FileStamp

        return {
            (bank, path): FileStamp(path, size, mtime_ns, digest)
            for bank, path, size, mtime_ns, digest in self.rows(
                "select bank, path, size, mtime_ns, digest from file order by bank, path"
            )
        }

    @damage_told()
    def topics(self) -> tuple[Topic, ...]:
        """In teaching order, those of several banks one after another."""
        from ..model import Topic

        return tuple(
            Topic(slug, Text(en, zh)) for slug, en, zh in self.rows("select slug, en, zh from topic order by place")
        )

    def concepts(self) -> tuple[ConceptEntry, ...]:
        """All concepts in teaching order, without their texts."""
        from .rows import list_concepts

        return list_concepts(self)

    def questions(
        self,
        topic: str | None = None,
        concept: str | None = None,
        level: int | None = None,
        kind: str | None = None,
    ) -> tuple[QuestionEntry, ...]:
        """Questions in teaching order and the order of their file, without their bodies."""
        from .rows import list_questions

        return list_questions(self, topic, concept, level, kind)

    def snippets(self) -> tuple[SnippetEntry, ...]:
        """All programs in teaching order, without their code."""
        from .rows import list_snippets

        return list_snippets(self)

    def concept(self, slug: str) -> Concept:
        """One concept whole; `NotFound` with the nearest names."""
        from .codec import decode_concept

        return self._load("concept", "slug", slug, decode_concept, Text("concept", "概念"))

    def question(self, key: str) -> Question:
        """One question whole, by id; `NotFound`."""
        from .codec import decode_question

        return self._load("question", "id", key, decode_question, Text("question", "题目"))

    def snippet(self, name: str) -> Snippet:
        """One program with its recorded output; `NotFound`."""
        from .codec import decode_snippet

        return self._load("snippet", "name", name, decode_snippet, Text("snippet", "程序"))

    @damage_told()
    def requires(self) -> dict[str, tuple[str, ...]]:
        """The prerequisite graph: each concept with its direct prerequisites, in teaching order."""
        from json import loads

        found = self.rows("select slug, requires from concept order by place")
        return {slug: tuple(loads(requires)) for slug, requires in found}

    @damage_told()
    def items(self) -> tuple[SourceItem, ...]:
        from .codec import decode_items

        return tuple(
            item for (stored,) in self.rows("select items from bank order by number") for item in decode_items(stored)
        )

    @damage_told()
    def errata(self) -> tuple[Erratum, ...]:
        from .codec import decode_errata

        return tuple(
            erratum
            for (stored,) in self.rows("select errata from bank order by number")
            for erratum in decode_errata(stored)
        )

    def bank_of(self, name: str) -> str:
        """The id of the bank that a concept (by slug) or a question (by id) comes from; `NotFound`."""
        found = self.rows("select bank from concept where slug = ?", (name.partition("/")[0],))
        if not found:
            raise self._not_found("concept", name, Text("concept or question", "概念或题目"))
        return str(found[0][0])

    def resolve(self, name: str) -> Resolved:
        """The concept meant by a slug, a name or an alias in either language; suggestions where none is."""
        from .resolve import resolve

        return resolve(self, name)

    def _load(self, table: str, column: str, key: str, decode: Callable[[str], Noun], what: Text) -> Noun:
        found = self.rows(f"select body from {table} where {column} = ?", (key,))
        if not found:
            raise self._not_found(table, key, what)
        with damage_told():
            return decode(found[0][0])

    def _not_found(self, table: str, key: str, what: Text) -> NotFound:
        near = self.resolve(key.partition("/")[0]).suggestions if table != "snippet" else ()
        slugs = ", ".join(entry.slug for entry in near[:3])
        plural = {"concept": "concepts", "question": "questions", "snippet": "snippets"}[table]
        hint = (
            Text(f"Did you mean {slugs}?", f"是否想找：{slugs}？")
            if slugs and table == "concept"
            else Text(f"`llmtutor list {plural}` shows all of them", f"用 `llmtutor list {plural}` 查看全部")
        )
        return NotFound(f"no-{table}", Text(f"no {what.en} is called {key}", f"没有名为 {key} 的{what.zh}"), hint)
