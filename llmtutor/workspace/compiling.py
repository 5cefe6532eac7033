"""Brings the index up to date with the bank folders: only changed concept files are parsed again.

The bank is refused as a whole, with every problem, rather than used in part.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..bank.files import concept_files, files_of, stamp
from ..bank.lint import outline
from ..bank.parse import parse_concept, parse_head
from ..bank.structure import Outline, check_structure
from ..errors import BankBroken
from ..model import Bank, FileStamp, Part, Place, Problem, Text
from ..store.index import Index, build, read_stamps, update

if TYPE_CHECKING:
    from . import Listing

Progress = Callable[[int, int], None]
Known = Mapping[tuple[str, str], FileStamp]


def refresh(path: Path, listed: Listing, key: str, tell: Callable[[Text], None], progress: Progress) -> Path:
    """Build or update the index at `path`. Returns where it is: a temporary place if the cache cannot be written."""
    known = read_stamps(path, key=key)
    building = _Building(listed, known or {}, progress)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        building.write(path, key, incremental=known is not None)
    except OSError as error:
        path = _temporary(error, tell)
        building.write(path, key, incremental=False)
    return path


class _Building:
    """One refresh: what changed in which bank, and the parts that come of it."""

    def __init__(self, listed: Listing, known: Known, progress: Progress) -> None:
        self._known = known
        self._progress = progress
        self._stamps = {
            root: stamp(root, files, {file: entry for (place, file), entry in known.items() if place == str(root)})
            for root, files in listed.items()
        }
        self._heads = self._read_heads()

    def _read_heads(self) -> dict[Path, Bank]:
        heads: dict[Path, Bank] = {}
        problems: list[Problem] = []
        for root, files in self._stamps.items():
            head, found = parse_head(root, files)
            problems += found
            if head:
                heads[root] = head
        if problems:
            raise broken(problems, self._stamps)
        return heads

    def write(self, path: Path, key: str, *, incremental: bool) -> None:
        heads = list(self._heads.values())
        stamps = {str(root): list(files.values()) for root, files in self._stamps.items()}
        everything = [(root, file) for root, files in self._stamps.items() for file in concept_files(files)]
        changed = [(root, file) for root, file in everything if self._is_changed(root, file)] if incremental else []
        if not incremental or len(changed) * 2 > len(everything):
            build(path, heads, self._parse(everything, []), stamps, key=key)
            return
        gone = [
            (self._heads[Path(place)].id, file)
            for place, file in self._known
            if file not in self._stamps[Path(place)] and file in concept_files({file: None})
        ]
        touched = {(self._heads[root].id, file) for root, file in changed}.union(gone)
        parts = list(self._parse(changed, self._unchanged(path, touched)))
        update(path, heads, parts, gone, stamps, key=key)

    def _is_changed(self, root: Path, file: str) -> bool:
        mine = self._stamps[root]
        now = {path: mine[path].digest for path in files_of(file, mine)}
        before = {path: entry.digest for (place, path), entry in self._known.items() if place == str(root)}
        return now != {path: before[path] for path in files_of(file, before)}

    def _unchanged(self, path: Path, touched: set[tuple[str, str]]) -> Iterator[Outline]:
        """The concepts of the old index that stay as they are."""
        with Index.open(path) as index:
            for row in index.concepts():
                file = f"{row.topic}/{row.slug}.yaml"
                if (index.bank_of(row.slug), file) not in touched:
                    yield Outline(file, row.slug, row.topic, row.level, row.requires, Place(file))

    def _named(self, root: Path, place: Place) -> Place:
        """Of several banks a file's name alone does not say where it is."""
        return place if len(self._stamps) == 1 else replace(place, file=str(root / place.file))

    def _parse(self, files: list[tuple[Path, str]], others: Iterable[Outline]) -> Iterator[Part]:
        """The parts of these files, one at a time; raises `BankBroken` at the end if anything was wrong."""
        problems: list[Problem] = []
        outlines = list(others)
        slugs = {known.slug for known in outlines}
        sound = True
        for number, (root, file) in enumerate(files):
            self._progress(number, len(files))
            parsed = parse_concept(root, file, self._heads[root].id)
            problems += [replace(problem, where=self._named(root, problem.where)) for problem in parsed.problems]
            if parsed.part and parsed.document:
                mine = outline(parsed.part, parsed.document)
                where = self._named(root, mine.where)
                mine = replace(mine, file=where.file, where=where)
                sound = sound and not problems and mine.slug not in slugs
                slugs.add(mine.slug)
                outlines.append(mine)
                if sound:
                    yield parsed.part
        self._progress(len(files), len(files))
        topics = {topic.slug for head in self._heads.values() for topic in head.topics}
        problems += check_structure(outlines, topics)
        if problems:
            raise broken(problems, self._stamps)


def broken(problems: list[Problem], roots: Iterable[Path]) -> BankBroken:
    """The refusal of these banks; the hint names them."""
    count = len(problems)
    named = [str(root) for root in roots]
    command = f"llmtutor bank check {named[0] if len(named) == 1 else ' '.join(f'--bank {name}' for name in named)}"
    return BankBroken(
        "bank-broken",
        Text(f"the bank has {count} problem{'s' * (count != 1)}", f"题库有 {count} 个问题"),
        Text(f"{command} lists them all", f"用 {command} 列出全部问题"),
        tuple(problems),
    )


def _temporary(error: OSError, tell: Callable[[Text], None]) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="llmtutor-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    reason = error.strerror or str(error)
    tell(
        Text(
            f"The cache cannot be written ({reason}); using a temporary index.",
            f"无法写入缓存（{reason}），改用临时索引。",
        )
    )
    return folder / "index.db"
