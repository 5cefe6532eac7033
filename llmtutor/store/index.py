"""The index: the compiled bank in one SQLite file, opened read-only. A cache: it may be deleted at any time.

Nothing here parses YAML or decides where the file lives. A file that is missing, cut short, damaged, or written by
another version is no index (`read_stamps` says None); damage that shows only later is `IndexDamaged`, and the answer to
both is to build it again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from .. import __version__
from ..errors import IndexDamaged, NotFound
from ..model import Text

if TYPE_CHECKING:
    from ..model import Bank, Concept, Erratum, FileStamp, Part, Question, Snippet, SourceItem, Topic
    from .rows import ConceptEntry, QuestionEntry, Resolved, SnippetEntry

FORMAT = 7
COUNTED = ("concept", "question", "snippet")
SLUG, NAME, ALIAS, ASKED = 0, 1, 2, 3  # ranks of the names of a concept
_MOST_VALUES = 900  # SQLite may be built to take 999 in one query

# Of each bank, by the folder it is in, the states of its files (`FileStamp.state`), sorted.
States: TypeAlias = Mapping[str, Sequence[str]]

Noun = TypeVar("Noun")


def program_version() -> str:
    """What the index must have been written by to be read: its texts and codec follow the program."""
    return __version__


def write_states(states: States) -> str:
    """Everything that a look whether the index is fresh compares, in one text: far cheaper than a row for each file."""
    return repr(states)


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


@contextmanager
def damage_told() -> Iterator[None]:
    """Around whatever reads rows: a page that SQLite cannot read, or a row that is none of ours, is `IndexDamaged`."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except (sqlite3.DatabaseError, ValueError, TypeError) as error:
        raise IndexDamaged(str(error)) from error


class Index:
    """A compiled bank to read from; use it as a context manager, or close it."""

    def __init__(self, connection: sqlite3.Connection, meta: Mapping[str, str]) -> None:
        self._connection = connection
        self.key = meta["key"]
        self._states = meta["states"]
        self.counts = {kind: int(meta[kind]) for kind in COUNTED}

    @classmethod
    def open(cls, path: Path) -> Index:
        """The index at `path`; `IndexDamaged` if there is none that this version can use."""
        try:
            _check_length(path)
            # Writers never change the file in place, so SQLite need neither lock it nor look for a journal.
            connection = sqlite3.connect(f"{_uri(path)}?mode=ro&immutable=1", uri=True)
        except (OSError, sqlite3.Error) as error:
            raise IndexDamaged(str(error)) from error
        try:
            meta = dict(connection.execute("select key, value from meta"))
            if (meta["format"], meta["program"]) != (str(FORMAT), program_version()):
                raise IndexDamaged("written by another version")
            return cls(connection, meta)
        except (sqlite3.Error, KeyError, ValueError, IndexDamaged) as error:
            connection.close()
            raise IndexDamaged(str(error)) from error

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, for the modules of this layer; none for a value that SQLite could not even hold."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except (UnicodeEncodeError, OverflowError):
            return []
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.DatabaseError, ValueError, TypeError) as error:
            raise IndexDamaged(str(error)) from error

    def rows_in(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """All rows of a query that ends in the name of a column, where the column is one of `values`."""
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(values), _MOST_VALUES):
            some = values[start : start + _MOST_VALUES]
            found += self.rows(f"{sql} in ({', '.join('?' * len(some))})", some)
        return found

    def is_built_from(self, states: States) -> bool:
        """Whether these are the files that it was built from, by size and mtime."""
        return self._states == write_states(states)

    def is_common(self, word: str) -> bool:
        """Whether the index keeps champions of a word, because very many questions have it."""
        return bool(self.rows("select 1 from champion where word = ? limit 1", (word,)))

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


def _uri(path: Path) -> str:
    """As `Path.as_uri` in the words of SQLite, without an import of urllib that takes longer than the search."""
    name = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{'' if name.startswith('/') else '/'}{name}"


def _check_length(path: Path) -> None:
    """SQLite notices a file cut short only when it comes to the missing page; its header says how many there are."""
    with path.open("rb") as file:
        head = file.read(100)
        length = file.seek(0, 2)
    page = int.from_bytes(head[16:18], "big")
    if not head.startswith(b"SQLite format 3\0") or length != (page if page > 1 else 65536) * int.from_bytes(
        head[28:32], "big"
    ):
        raise IndexDamaged("the file is cut short")
