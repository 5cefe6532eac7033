"""Slips of the keyboard: an unknown word that is near a known one, and a Chinese name with one character wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..letters import fold, is_han
from .spelling import is_likely, nearest, sounds_like
from .stopwords import ENGLISH
from .tokens import find_runs, pairs
from .vocabulary import count_files, find_stem, is_beginning, split_word

if TYPE_CHECKING:
    from .index_file import IndexFile

_HAN_NAMES = (2, 8)  # shortest and longest Chinese name that is mended


def mend(index: IndexFile, units: list[str], covered: set[int]) -> dict[str, str]:
    """What to read instead of what: words as they were typed, folded, and stretches of Han characters.

    A word is left alone if the bank has it, if it begins or ends like one of the bank's, or is two of its words.
    """
    slips: dict[str, str] = {}
    words = [unit for place, unit in enumerate(units) if place not in covered and not is_han(unit[0])]
    known = count_files(index, words)
    for word in words:
        if word not in known and word not in ENGLISH and word.isalpha() and (right := _mend_word(index, word, units)):
            slips[word] = right
    start = 0
    while start < len(units):
        end = start
        while end < len(units) and is_han(units[end][0]):
            end += 1
        if end - start >= _HAN_NAMES[0]:
            slips |= _mend_han(index, "".join(units[start:end]))
        start = max(end, start + 1)
    return slips


def write_mended(query: str, slips: dict[str, str]) -> str:
    """The query with the right words in the place of the slips, the rest as it was typed."""
    pieces = []
    last = 0
    for start, run, han in find_runs(query):
        pieces.append(query[last:start])
        last = start + len(run)
        folded = fold(run)
        if han:
            for wrong, right in slips.items():
                folded = folded.replace(wrong, right)
            pieces.append(folded if folded != fold(run) else run)
        else:
            pieces.append(slips.get(folded, run))
    return "".join([*pieces, query[last:]])


def _mend_word(index: IndexFile, word: str, units: list[str]) -> str | None:
    if is_beginning(index, word):
        return None
    near = nearest(index, word)
    likely = [(edits, right) for edits, right in near if is_likely(word, right)]
    if not likely:
        # A word that is merely near is meant where it makes the whole query a name.
        names = ["".join(right if unit == word else unit for unit in units) for _, right in near]
        found = {
            key for (key,) in index.rows(f"select key from name where key in ({', '.join('?' * len(names))})", names)
        }
        return next((right for (_, right), name in zip(near, names, strict=True) if name in found), None)
    edits, right = likely[0]
    cut = split_word(index, word)
    if cut and (edits > 1 or (min(map(len, cut)) > 3 and _is_written(index, cut))):
        return None
    if edits > 1 and (find_stem(index, word) or (len(word) > len(right) + 1 and not set(word) <= set(right))):
        return None  # another word; who types two letters too many types those of the word twice
    return right


def _is_written(index: IndexFile, words: tuple[str, ...]) -> bool:
    """Whether the bank has the words side by side."""
    sql = "select 1 from concept_text where concept_text match ? limit 1"
    return bool(index.rows(sql, (f'"{" ".join(words)}"',)))


def _mend_han(index: IndexFile, run: str) -> dict[str, str]:
    """The longest stretch of a run that is nearly a Chinese name, if the bank never writes it so.

    A name of four characters or more may have any of them wrong, of three only one that sounds alike or is not the
    first, and that, like a name of two, only if it is all there is: in a sentence something like it is always found.
    """
    known = [
        bool(index.rows("select 1 from concept_text where concept_text match ? limit 1", (f'"{run[i : i + 2]}"',)))
        for i in range(len(run) - 1)
    ]
    if all(known):
        # Every pair is written somewhere, though perhaps in other words: 主意 and 意力, but no 主意力.
        whole = "" if len(run) > _HAN_NAMES[1] or _is_written(index, tuple(pairs(run)[:-1])) else run
        said = [name for _, name in nearest(index, whole) if sounds_like(whole, name)] if whole else []
        return {run: said[0]} if said else {}
    for size in range(min(_HAN_NAMES[1], len(run)), _HAN_NAMES[0] - 1, -1):
        for start in range(len(run) - size + 1):
            stretch = run[start : start + size]
            if not all(known[start : start + size - 1]):
                for _, name in nearest(index, stretch):
                    if name in stretch:
                        break  # the name is there, with other words beside it
                    if is_han(name[0]) and (size > 3 or (size == len(run) and _is_said(stretch, name))):
                        return {stretch: name}
    return {}


def _is_said(stretch: str, name: str) -> bool:
    return sounds_like(stretch, name) or (len(stretch) == 3 and len(name) == 3 and stretch[0] == name[0])
