"""What the index knows of words: how often it has each, what is near it, and the best questions of the commonest.

Filled at the end of a writing, from what came and went in it.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from .search_texts import CHAMPIONS, COMMON, WEIGHTS
from .spelling import deletions, is_corrected
from .texts import PartTexts


class WordCounts:
    """In how many concept files and names each word came or went, gathered part by part."""

    def __init__(self) -> None:
        self._files: Counter[str] = Counter()
        self._names: Counter[str] = Counter()

    def count(self, texts: PartTexts, sign: int) -> None:
        """Count the words of a part that was added (1) or removed (-1)."""
        for word in texts.words:
            self._files[word] += sign
        for word in texts.names:
            self._names[word] += sign

    def write(self, connection: sqlite3.Connection) -> None:
        """Bring `word` and `deletion` up to date."""
        touched = sorted(word for word in {*self._files, *self._names} if self._files[word] or self._names[word])
        before = _read_words(connection, touched)
        (number,) = connection.execute("select coalesce(max(number), 0) from word").fetchone()
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
        run_many = connection.executemany
        run_many("insert or replace into word (number, word, files, names) values (?, ?, ?, ?)", kept)
        run_many("delete from word where number = ?", gone)
        run_many("insert into deletion (deletion, rowid, rest) values ('delete', ?, ?)", went_far)
        run_many("insert into deletion (rowid, rest) values (?, ?)", came_near)


def write_champions(connection: sqlite3.Connection) -> None:
    """The best questions of each very common word, ranked by the very function that search ranks by."""
    connection.execute("delete from champion")
    if connection.execute("select count(*) from question").fetchone()[0] <= COMMON:
        return
    connection.execute("create virtual table temp.vocabulary using fts5vocab (main, question_text, row)")
    common = connection.execute(
        "select term from temp.vocabulary where doc > ? and term not glob '§*'", (COMMON,)
    ).fetchall()
    connection.execute("drop table temp.vocabulary")
    for (word,) in common:
        connection.execute(
            "insert into champion (word, score, question)"
            f" select ?, bm25(question_text, {WEIGHTS['question_text']}) as score, rowid"
            f" from question_text where question_text match ? order by score limit {CHAMPIONS}",
            (word, f'"{word}"'),
        )


def _read_words(connection: sqlite3.Connection, words: list[str]) -> dict[str, tuple[int, int, int]]:
    """Number, files and names of those words that the index has."""
    if connection.execute("select 1 from word limit 1").fetchone() is None:
        return {}
    found = {}
    for word in words:
        row = connection.execute("select number, files, names from word where word = ?", (word,)).fetchone()
        if row:
            found[word] = row
    return found
