"""The file of the index: opened read-only, checked, asked for rows. What the rows mean is for others to say.

A file that is missing, cut short, damaged or written by another version is no index; damage that shows only later is
`IndexDamaged` too, and the answer to both is to build it again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeAlias

from .. import __version__
from ..errors import IndexDamaged

FORMAT = 7
COUNTED = ("concept", "question", "snippet")
SLUG, NAME, ALIAS, ASKED = 0, 1, 2, 3  # ranks of the names of a concept
_MOST_VALUES = 900  # SQLite may be built to take 999 in one query

# Of each bank, by the folder it is in, the states of its files (`FileStamp.state`), sorted.
States: TypeAlias = Mapping[str, Sequence[str]]


def program_version() -> str:
    """What the index must have been written by to be read: its texts and codec follow the program."""
    return __version__


def write_states(states: States) -> str:
    """Everything that a look whether the index is fresh compares, in one text: far cheaper than a row for each file."""
    return repr(states)


@contextmanager
def damage_told() -> Iterator[None]:
    """Around whatever reads rows: a page that SQLite cannot read, or a row that is none of ours, is `IndexDamaged`."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except (sqlite3.DatabaseError, ValueError, TypeError) as error:
        raise IndexDamaged(str(error)) from error


class IndexFile:
    """The rows of a compiled bank."""

    def __init__(self, connection: sqlite3.Connection, meta: Mapping[str, str]) -> None:
        self._connection = connection
        self.key = meta["key"]
        self._states = meta["states"]
        self.counts = {kind: int(meta[kind]) for kind in COUNTED}

    @classmethod
    def open(cls, path: Path) -> Self:
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
        except IndexDamaged:
            connection.close()
            raise
        except (sqlite3.Error, KeyError, ValueError) as error:
            connection.close()
            raise IndexDamaged(str(error)) from error

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, for the modules of this layer; none for a value that SQLite could not even hold."""
        # As `damage_told`, without its generator: a search asks dozens of times.
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
