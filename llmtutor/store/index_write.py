"""Writes the index: a whole one from parts, or the parts that changed into a copy of the one that is there.

Both write a temporary file beside the index and put it in place with `os.replace`, so that a reader sees the old index
or the new one and never a lock, a half-written page or a journal to roll back, and may therefore open it as immutable.
Two processes that write at once each leave a whole file; the last one stays. Parts are taken one at a time: memory
grows with the vocabulary, not with the bank.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from json import loads
from pathlib import Path

from ..graph import teaching_order
from ..learn.variant import draw, fill
from ..model import Bank, Concept, FileStamp, Numeric, Part, Question, Text, Topic
from . import codec
from .index_file import COUNTED, FORMAT, IndexFile, damage_told, program_version, write_states
from .index_words import WordCounts, write_champions
from .texts import names_of, part_texts

Stamps = Mapping[str, Sequence[FileStamp]]


def build(
    path: Path,
    heads: Sequence[Bank],
    parts: Iterable[Part],
    stamps: Stamps,
    *,
    key: str,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write the index of `parts` to `path`; `progress` is told how many parts are done. `OSError` from the disk."""
    with _replacing(path) as draft, _opened(draft) as connection:
        connection.executescript(Path(__file__).with_name("index.sql").read_text(encoding="utf-8"))
        connection.execute("begin")
        writer = _Writer(connection)
        for done, part in enumerate(parts, 1):
            writer.add(part)
            if progress:
                progress(done)
        writer.finish(heads, stamps, key)


def update(
    path: Path,
    heads: Sequence[Bank],
    changed: Iterable[Part],
    removed: Iterable[tuple[str, str]],
    stamps: Stamps,
    *,
    key: str,
) -> None:
    """Replace in the index at `path` the parts that changed, by bank and path, and drop those that are `removed`.

    Leaves what `build` would write from the same parts, but for row numbers. `IndexDamaged` if it cannot be read.
    """
    IndexFile.open(path).close()
    parts = list(changed)
    with _replacing(path) as draft, damage_told():
        shutil.copyfile(path, draft)
        with _opened(draft) as connection:
            connection.execute("begin")
            writer = _Writer(connection)
            for bank, file in removed:
                writer.remove(bank, file)
            for part in parts:
                writer.remove(part.bank, part.path)
            for part in parts:
                writer.add(part)
            writer.finish(heads, stamps, key)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A temporary file that takes the place of `path` when all went well, and is gone when not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


@contextmanager
def _opened(draft: Path) -> Iterator[sqlite3.Connection]:
    """The draft, committed at the end; thrown away if anything fails, so it needs neither journal nor flush.

    What the disk refuses is an `OSError`, as it is for any other file.
    """
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -65536", "locking_mode = exclusive"):
            connection.execute(f"pragma {pragma}").fetchall()
        yield connection
        connection.commit()
    except sqlite3.OperationalError as error:
        raise OSError(f"the index cannot be written: {error}") from error
    finally:
        connection.close()


class _Writer:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._run = connection.execute
        self._run_many = connection.executemany
        self._words = WordCounts()

    def add(self, part: Part) -> None:
        concept = part.concept
        texts = part_texts(part)
        number = self._insert(
            "concept",
            slug=concept.slug,
            bank=part.bank,
            path=part.path,
            topic=concept.topic,
            level=concept.level,
            en=concept.name.en,
            zh=concept.name.zh,
            requires=codec.dumps(concept.requires),
            covers=codec.dumps(concept.covers),
            snippet=concept.snippet,
            questions=len(part.questions),
            body=codec.encode_concept(concept),
        )
        self._index("concept_text", number, texts.concept)
        for within, question in enumerate(part.questions):
            shown = _shown(question)
            inner = self._insert(
                "question",
                id=question.id,
                concept=number,
                within=within,
                kind=question.kind.value,
                level=question.level,
                covers=codec.dumps(question.covers),
                corrects=codec.dumps(question.corrects),
                en=shown.en,
                zh=shown.zh,
                digest=question.digest,
                body=codec.encode_question(question),
            )
            self._index("question_text", inner, texts.questions[within])
        for within, snippet in enumerate(part.snippets):
            inner = self._insert(
                "snippet",
                name=snippet.name,
                concept=number,
                within=within,
                title=snippet.title,
                lines=len(snippet.code.splitlines()),
                needs=codec.dumps(snippet.needs),
                body=codec.encode_snippet(snippet),
            )
            self._index("snippet_text", inner, texts.snippets[within])
        self._run_many(
            "insert or ignore into name (key, concept, rank, lang, text) values (?, ?, ?, ?, ?)",
            [(name.key, number, name.rank, name.lang, name.text) for name in names_of(concept)],
        )
        self._words.count(texts, 1)

    def remove(self, bank: str, path: str) -> None:
        """Take a part out, if it is there; its texts are made again to tell the search tables what to forget."""
        found = self._run("select number, body from concept where bank = ? and path = ?", (bank, path)).fetchone()
        if found is None:
            return
        number, body = found
        inside = "select number, body from {} where concept = ? order by within"
        questions = self._run(inside.format("question"), (number,)).fetchall()
        snippets = self._run(inside.format("snippet"), (number,)).fetchall()
        texts = part_texts(
            Part(
                bank,
                path,
                codec.decode_concept(body),
                tuple(codec.decode_question(stored) for _, stored in questions),
                tuple(codec.decode_snippet(stored) for _, stored in snippets),
            )
        )
        self._forget("concept_text", number, texts.concept)
        for (inner, _), columns in zip(questions, texts.questions, strict=True):
            self._forget("question_text", inner, columns)
        for (inner, _), columns in zip(snippets, texts.snippets, strict=True):
            self._forget("snippet_text", inner, columns)
        for table in ("question", "snippet", "name"):
            self._run(f"delete from {table} where concept = ?", (number,))
        self._run("delete from concept where number = ?", (number,))
        self._words.count(texts, -1)

    def finish(self, heads: Sequence[Bank], stamps: Stamps, key: str) -> None:
        """What depends on all parts: banks and topics, the order of teaching, words, stamps and counts."""
        topics = {topic.slug: topic for head in reversed(heads) for topic in head.topics}
        order = dict.fromkeys(topic.slug for head in heads for topic in head.topics)
        self._write_heads(heads, [topics[slug] for slug in order])
        self._words.write(self._connection)
        write_champions(self._connection)
        self._run("delete from file")
        self._run_many(
            "insert into file (bank, path, size, mtime_ns, digest) values (?, ?, ?, ?, ?)",
            [
                (bank, stamp.path, stamp.size, stamp.mtime_ns, stamp.digest)
                for bank, files in stamps.items()
                for stamp in files
            ],
        )
        counts = {kind: str(self._run(f"select count(*) from {kind}").fetchone()[0]) for kind in COUNTED}
        states = write_states({bank: sorted(stamp.state for stamp in files) for bank, files in stamps.items()})
        meta = {"format": str(FORMAT), "program": program_version(), "key": key, "states": states} | counts
        self._run_many("insert or replace into meta (key, value) values (?, ?)", list(meta.items()))

    def _write_heads(self, heads: Sequence[Bank], topics: list[Topic]) -> None:
        self._run("delete from bank")
        self._run("delete from topic")
        for number, head in enumerate(heads):
            self._insert(
                "bank",
                number=number,
                id=head.id,
                en=head.name.en,
                zh=head.name.zh,
                items=codec.encode_items(head.items),
                errata=codec.encode_errata(head.errata),
            )
        for place, topic in enumerate(topics):
            self._insert("topic", place=place, slug=topic.slug, en=topic.name.en, zh=topic.name.zh)
        nothing = Text("", "")
        concepts = [
            Concept(slug, topic, nothing, level, nothing, nothing, requires=tuple(loads(requires)))
            for slug, topic, level, requires in self._run("select slug, topic, level, requires from concept")
        ]
        self._run_many(
            "update concept set place = ? where slug = ?",
            [(place, concept.slug) for place, concept in enumerate(teaching_order(topics, concepts))],
        )

    def _insert(self, table: str, **row: object) -> int:
        """One row; its number."""
        marks = ", ".join("?" * len(row))
        done = self._run(f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values()))
        return done.lastrowid or 0

    def _index(self, table: str, number: int, texts: tuple[str, ...]) -> None:
        marks = ", ".join("?" * len(texts))
        self._run(f"insert into {table} (rowid, {_COLUMNS[table]}) values (?, {marks})", (number, *texts))

    def _forget(self, table: str, number: int, texts: tuple[str, ...]) -> None:
        """What a table without content needs to drop a row: its texts once more."""
        columns = f"{table}, rowid, {_COLUMNS[table]}"
        marks = ", ".join("?" * len(texts))
        self._run(f"insert into {table} ({columns}) values ('delete', ?, {marks})", (number, *texts))


def _shown(question: Question) -> Text:
    """The prompt as lists and hits show it: with the numbers that `show` draws first, not with placeholders."""
    return fill(question.prompt, draw(question, 0)) if isinstance(question.body, Numeric) else question.prompt


_COLUMNS = {
    "concept_text": "name, alias, summary, explanation, question, facet",
    "question_text": "prompt, concept, answer, explanation, facet",
    "snippet_text": "title, code, facet",
}
