"""The words of a bank in letters: which it has, how they go on, how they are inflected, and what was typed as one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .index_file import IndexFile

LAST = "\U0010ffff"  # comes after every letter, so that a range of words is a prefix
_ENDINGS = ("s", "es", "ed", "d", "ing")


def count_files(index: IndexFile, words: Iterable[str]) -> dict[str, int]:
    """Of these words those that stand in the texts of the bank, with the number of concept files that have them."""
    return dict(index.rows_in("select word, files from word where files > 0 and word", sorted(set(words))))


def is_beginning(index: IndexFile, letters: str) -> bool:
    """Whether some longer word begins with these letters."""
    found = index.rows(
        "select 1 from word where word > ? and word < ? and files > 0 limit 1", (letters, letters + LAST)
    )
    return len(letters) > 1 and bool(found)


def find_stem(index: IndexFile, word: str) -> str | None:
    """What an unknown word has in common with known ones when its ending is dropped: translator, translation."""
    for cut in (1, 2, 3):
        if len(word) - cut >= 5 and is_beginning(index, word[:-cut]):
            return word[:-cut]
    return None


def inflect(index: IndexFile, word: str) -> list[str]:
    """Other forms of an English word that the bank has: divide, divides, divided, dividing."""
    if len(word) < 3 or not word.isascii() or not word.isalpha():
        return []
    stems = {word}
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            stems |= {stem, stem + "e"} if ending in ("ed", "ing") else {stem}
    if word.endswith("ies"):
        stems.add(word[:-3] + "y")
    forms = set(stems)
    for stem in stems:
        forms.update(stem + ending for ending in _ENDINGS)
        if stem.endswith("e"):
            forms.update((stem[:-1] + "ing", stem + "d"))
        if stem.endswith("y"):
            forms.add(stem[:-1] + "ies")
    return sorted(count_files(index, forms - {word}))


def split_word(index: IndexFile, word: str) -> tuple[str, str] | None:
    """The two known words, the most used ones, that were typed as one."""
    cuts = [(word[:cut], word[cut:]) for cut in range(2, len(word) - 1)]
    if not cuts or not word.isalpha():
        return None
    files = count_files(index, (piece for cut in cuts for piece in cut))
    both = [(min(files[one], files[two]), one, two) for one, two in cuts if one in files and two in files]
    return max(both)[1:] if both else None


def list_pairs(index: IndexFile, char: str, most: int = 4) -> list[str]:
    """The pairs of Han characters that begin with one, and it at the end of a run; the most used of the concepts."""
    index.rows("create virtual table if not exists temp.vocabulary using fts5vocab (main, concept_text, row)")
    found = index.rows(
        "select term from temp.vocabulary where term >= ? and term < ? order by doc desc, term limit ?",
        (char, char + LAST, most),
    )
    return [term for (term,) in found]
