"""Text -> search tokens, the same way for what is indexed and for what is asked.

A word in Latin letters, digits or another script is one token. A run of Han characters becomes its overlapping pairs
and its last character, so that a pair of characters is found inside a sentence that nobody cut into words, and a single
character by prefix wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import add

from ..letters import fold, is_han

_WORD = re.compile(r"[^\W_]+")  # Han is cut off by hand: a class with its ranges takes longer to compile than a search


_ROOT = " square root 根号 "  # the one sign of formulas that people write out when they ask


class _FoldedChars(dict[str, str]):
    """Each character folded, once: a whole text of Han costs far more."""

    def __missing__(self, char: str) -> str:
        folded = self[char] = fold(char)
        return folded


_folded_char = _FoldedChars().__getitem__


def find_runs(text: str) -> Iterator[tuple[int, str, bool]]:
    """Every run of letters as (offset, run as written, whether it is Han)."""
    for match in _WORD.finditer(text):
        start = match.start()
        run = match.group()
        if run.isascii():
            yield start, run, False
        elif _all_han(run):
            yield start, run, True
        else:
            for han, group in groupby(run, is_han):
                piece = "".join(group)
                yield start, piece, han
                start += len(piece)


def fold_run(run: str, han: bool) -> str:
    """A run as it is compared."""
    if han:
        return "".join(map(_folded_char, run))
    return run.lower() if run.isascii() else "".join(_WORD.findall(fold(run)))


def tokenize(text: str) -> list[str]:
    """All tokens of a text in order, folded."""
    if "√" in text:
        text = text.replace("√", _ROOT)
    tokens: list[str] = []
    for run in _WORD.findall(text.lower()):
        if run.isascii():
            tokens.append(run)
        elif _all_han(run):
            tokens.extend(pairs("".join(map(_folded_char, run))))
        else:
            tokens.extend(_mixed_tokens(run))
    return tokens


@lru_cache(4096)
def _mixed_tokens(run: str) -> tuple[str, ...]:
    """Of a run with letters beyond ASCII, such as εᵢ or 第1步; few of them make up most."""
    tokens: list[str] = []
    for _, piece, han in find_runs(run):
        folded = fold_run(piece, han)
        tokens.extend(pairs(folded) if han else [folded] if folded else [])
    return tuple(tokens)


def pairs(run: str) -> list[str]:
    """The tokens of a run of Han characters: 注意力 -> 注意 意力 力."""
    return [*map(add, run, run[1:]), run[-1]]


def name_key(text: str) -> str:
    """A name with nothing between its words: `Multi-Head Attention` and `multihead attention` have the same key."""
    return "".join(fold_run(run, han) for _, run, han in find_runs(text))


def facet(kind: str, value: object) -> str:
    """A token for a filter; the section sign keeps it apart from every word of a text."""
    return "§" + kind + "".join(char if char.isalnum() or char == "-" else "§" for char in str(value))


def _all_han(run: str) -> bool:
    return min(run) >= "\u3400" and max(run) <= "\u9fff"
