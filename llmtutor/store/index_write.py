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
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from json import loads
from pathlib import Path

from ..graph import teaching_order
from ..model import Bank, Concept, FileStamp, Part, Text, Topic
from . import codec
from .index import COUNTED, FORMAT, Index, damage_told, program_version
from .search_texts import CHAMPIONS, COMMON, WEIGHTS
from .spelling import deletions, is_corrected
from .texts import PartTexts, names_of, part_texts

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
    """Write the index of `parts` to `path`; `progress` is told how many parts are done."""
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
    Index.open(path).close()
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
    """The draft, committed at the end; thrown away if anything fails, so it needs neither journal nor flush."""
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -65536", "locking_mode = exclusive"):
            connection.execute(f"pragma {pragma}").fetchall()
        yield connection
        connection.commit()
    finally:
        connection.close()


class _Writer:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._run_many = connection.executemany
        self._files: Counter[str] = Counter()  # what this writing adds to or takes from `word`
        self._names: Counter[str] = Counter()

    def add(self, part: Part) -> None:
        concept = part.concept
        texts = part_texts(part)
        number = self._run(
            "insert into concept (slug, bank, path, topic, level, en, zh, requires, covers, snippet, questions, body)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                concept.slug,
                part.bank,
                part.path,
                concept.topic,
                concept.level,
                concept.name.en,
                concept.name.zh,
                codec.dumps(concept.requires),
                codec.dumps(concept.covers),
                concept.snippet,
                len(part.questions),
                codec.encode_concept(concept),
            ),
        ).lastrowid
        assert number is not None
        for within, question in enumerate(part.questions):
            row = (
                question.id,
                number,
                within,
                question.kind.value,
                question.level,
                codec.dumps(question.covers),
                codec.dumps(question.corrects),
                question.prompt.en,
                question.prompt.zh,
                question.digest,
                codec.encode_question(question),
            )
            inserted = self._run(
                "insert into question"
                " (id, concept, within, kind, level, covers, corrects, en, zh, digest, body)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            self._index("question_text", inserted.lastrowid, texts.questions[within])
        for within, snippet in enumerate(part.snippets):
            lines = len(snippet.code.splitlines())
            inserted = self._run(
                "insert into snippet (name, concept, within, title, lines, needs, body) values (?, ?, ?, ?, ?, ?, ?)",
                (
                    snippet.name,
                    number,
                    within,
                    snippet.title,
                    lines,
                    codec.dumps(snippet.needs),
                    codec.encode_snippet(snippet),
                ),
            )
            self._index("snippet_text", inserted.lastrowid, texts.snippets[within])
        self._index("concept_text", number, texts.concept)
        self._run_many(
            "insert or ignore into name (key, concept, rank, lang, text) values (?, ?, ?, ?, ?)",
            [(name.key, number, name.rank, name.lang, name.text) for name in names_of(concept)],
        )
        self._count(texts, 1)

    def remove(self, bank: str, path: str) -> None:
        """Take a part out, if it is there; its texts are made again to tell the search tables what to forget."""
        found = self._run("select number, body from concept where bank = ? and path = ?", (bank, path)).fetchone()
        if found is None:
            return
        number, body = found
        questions = self._run(
            "select number, body from question where concept = ? order by within", (number,)
        ).fetchall()
        snippets = self._run("select number, body from snippet where concept = ? order by within", (number,)).fetchall()
        texts = part_texts(
            Part(
                bank,
                path,
                codec.decode_concept(body),
                tuple(codec.decode_question(stored) for _, stored in questions),
                tuple(codec.decode_snippet(stored) for _, stored in snippets),
            )
        )
        for (inner, _), row in zip(questions, texts.questions, strict=True):
            self._forget("question_text", inner, row)
        for (inner, _), row in zip(snippets, texts.snippets, strict=True):
            self._forget("snippet_text", inner, row)
        self._forget("concept_text", number, texts.concept)
        for table in ("question", "snippet", "name"):
            self._run(f"delete from {table} where concept = ?", (number,))
        self._run("delete from concept where number = ?", (number,))
        self._count(texts, -1)

    def finish(self, heads: Sequence[Bank], stamps: Stamps, key: str) -> None:
        """What depends on all parts: the order of teaching, the words for corrections, and the stamps."""
        self._write_heads(heads)
        self._order(heads)
        self._write_words()
        self._write_champions()
        self._run("delete from file")
        self._run_many(
            "insert into file (bank, path, size, mtime_ns, digest) values (?, ?, ?, ?, ?)",
            [
                (bank, stamp.path, stamp.size, stamp.mtime_ns, stamp.digest)
                for bank, files in stamps.items()
                for stamp in files
            ],
        )
        self._run_many(
            "insert or replace into meta (key, value) values (?, ?)",
            [
                ("format", str(FORMAT)),
                ("program", program_version()),
                ("key", key),
                *((kind, str(self._run(f"select count(*) from {kind}").fetchone()[0])) for kind in COUNTED),
            ],
        )

    def _index(self, table: str, number: int | None, texts: tuple[str, ...]) -> None:
        marks = ", ".join("?" * len(texts))
        self._run(f"insert into {table} (rowid, {_COLUMNS[table]}) values (?, {marks})", (number, *texts))

    def _forget(self, table: str, number: int, texts: tuple[str, ...]) -> None:
        marks = ", ".join("?" * len(texts))
        self._run(
            f"insert into {table} ({table}, rowid, {_COLUMNS[table]}) values ('delete', ?, {marks})", (number, *texts)
        )

    def _count(self, texts: PartTexts, sign: int) -> None:
        for word in texts.words:
            self._files[word] += sign
        for word in texts.names:
            self._names[word] += sign

    def _write_heads(self, heads: Sequence[Bank]) -> None:
        self._run("delete from bank")
        self._run("delete from topic")
        topics: dict[str, Topic] = {}
        for number, head in enumerate(heads):
            self._run(
                "insert into bank (number, id, en, zh, items, errata) values (?, ?, ?, ?, ?, ?)",
                (
                    number,
                    head.id,
                    head.name.en,
                    head.name.zh,
                    codec.encode_items(head.items),
                    codec.encode_errata(head.errata),
                ),
            )
            for topic in head.topics:
                topics.setdefault(topic.slug, topic)
        self._run_many(
            "insert into topic (place, slug, en, zh) values (?, ?, ?, ?)",
            [(place, topic.slug, topic.name.en, topic.name.zh) for place, topic in enumerate(topics.values())],
        )

    def _order(self, heads: Sequence[Bank]) -> None:
        topics: dict[str, Topic] = {}
        for head in heads:
            for topic in head.topics:
                topics.setdefault(topic.slug, topic)
        nothing = Text("", "")
        concepts = [
            Concept(slug, topic, nothing, level, nothing, nothing, requires=tuple(loads(requires)))
            for slug, topic, level, requires in self._run("select slug, topic, level, requires from concept")
        ]
        self._run_many(
            "update concept set place = ? where slug = ?",
            [(place, concept.slug) for place, concept in enumerate(teaching_order(list(topics.values()), concepts))],
        )

    def _write_words(self) -> None:
        """Bring `word` and `deletion` up to date with the words that came and went."""
        touched = sorted(word for word in {*self._files, *self._names} if self._files[word] or self._names[word])
        before = self._read_words(touched)
        number = self._run("select coalesce(max(number), 0) from word").fetchone()[0]
        kept: list[tuple[int, str, int, int]] = []
        gone: list[tuple[int]] = []
        came_near: list[tuple[int, str]] = []
        went_far: list[tuple[int, str]] = []
        for word in touched:
            known, files, names = before.get(word, (0, 0, 0))
            was_near = is_corrected(word, files, names)
            files += self._files[word]
            names += self._names[word]
            if not known:
                known = number = number + 1
            if files or names:
                kept.append((known, word, files, names))
            else:
                gone.append((known,))
            is_near = is_corrected(word, files, names)
            if is_near != was_near:
                (came_near if is_near else went_far).append((known, " ".join(deletions(word))))
        self._run_many("insert or replace into word (number, word, files, names) values (?, ?, ?, ?)", kept)
        self._run_many("delete from word where number = ?", gone)
        self._run_many("insert into deletion (deletion, rowid, rest) values ('delete', ?, ?)", went_far)
        self._run_many("insert into deletion (rowid, rest) values (?, ?)", came_near)

    def _read_words(self, words: list[str]) -> dict[str, tuple[int, int, int]]:
        """Number, files and names of those words that the index has."""
        if self._run("select 1 from word limit 1").fetchone() is None:
            return {}
        found = {}
        for word in words:
            row = self._run("select number, files, names from word where word = ?", (word,)).fetchone()
            if row:
                found[word] = row
        return found

    def _write_champions(self) -> None:
        """The best questions of each very common word, ranked by the very function that search ranks by."""
        self._run("delete from champion")
        if self._run("select count(*) from question").fetchone()[0] <= COMMON:
            return
        self._run("create virtual table temp.vocabulary using fts5vocab (main, question_text, row)")
        common = self._run(
            "select term from temp.vocabulary where doc > ? and term not glob '§*'", (COMMON,)
        ).fetchall()
        self._run("drop table temp.vocabulary")
        for (word,) in common:
            self._run(
                f"insert into champion (word, score, question)"
                f" select ?, bm25(question_text, {WEIGHTS['question_text']}) as score, rowid"
                f" from question_text where question_text match ? order by score limit {CHAMPIONS}",
                (word, f'"{word}"'),
            )


_COLUMNS = {
    "concept_text": "name, alias, summary, explanation, question, facet",
    "question_text": "prompt, concept, answer, explanation, facet",
    "snippet_text": "title, code, facet",
}
