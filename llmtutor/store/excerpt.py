"""The piece of a text that shows why it was found, with the offsets of what matched."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..letters import fold
from .tokens import find_runs, fold_run

Span = tuple[int, int]

_MARKUP = re.compile(r"\*\*|`|^#+\s+|^\s*[-*]\s+", re.MULTILINE)
_SPACE = re.compile(r"\s+")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])\s*(?=.)")


def plain(text: str) -> str:
    """A text on one line, without the marks of Markdown."""
    return _SPACE.sub(" ", _MARKUP.sub("", text)).strip()


def find_marks(text: str, terms: Collection[str]) -> tuple[Span, ...]:
    """Where a text holds one of the terms: a token, a token and `*` for what begins with it, or tokens in a row."""
    tokens = list(_place_tokens(text))
    words = {term for term in terms if " " not in term and not term.endswith("*")}
    prefixes = tuple(term[:-1] for term in terms if term.endswith("*"))
    phrases = [term.split() for term in terms if " " in term]
    spans = []
    for place, (token, start, end) in enumerate(tokens):
        if token in words:
            spans.append((start, end))
        elif prefixes and token.startswith(prefixes):
            spans.append((start, end if token.isascii() else start + 1))
        for phrase in phrases:
            if token == phrase[0] and [token for token, *_ in tokens[place : place + len(phrase)]] == phrase:
                spans.append((start, tokens[place + len(phrase) - 1][2]))
    return _merged(spans, text)


def _place_tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """The tokens of a text with their offsets; a Han character alone only where nothing follows it."""
    for start, run, han in find_runs(text):
        folded = fold_run(run, han)
        if not han:
            yield folded, start, start + len(run)
        elif len(folded) == len(run):
            for offset in range(max(1, len(run) - 1)):
                yield folded[offset : offset + 2], start + offset, start + min(offset + 2, len(run))


def make_excerpt(texts: Collection[str], terms: Collection[str], width: int) -> tuple[str, tuple[Span, ...]]:
    """The best piece of at most about `width` characters of the first text that matches best, and its marks."""
    best: tuple[int, str, tuple[Span, ...]] | None = None
    first = ""
    for text in texts:
        line = plain(text)
        first = first or line
        for piece in _pieces(line, width):
            marks = find_marks(piece, terms)
            found = len({fold(piece[start:end]) for start, end in marks})
            if found and (best is None or found > best[0]):
                best = (found, piece, marks)
    if best is None:
        return next(iter(_pieces(first, width)), ""), ()
    return best[1], best[2]


def _pieces(line: str, width: int) -> list[str]:
    """Sentences joined as far as the width goes; a longer sentence is cut between words, with an ellipsis."""
    pieces: list[str] = []
    current = ""
    for sentence in _SENTENCE.split(line):
        if current and len(current) + len(sentence) >= width:
            pieces.append(current)
            current = ""
        joint = " " if current and current[-1].isascii() else ""
        current += joint + sentence
        while len(current) > width:
            cut = current.rfind(" ", width // 2, width)
            cut = cut if cut > 0 else width
            pieces.append(current[:cut].rstrip() + "…")
            current = "…" + current[cut:].lstrip()
    if current:
        pieces.append(current)
    return pieces


def _merged(spans: list[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those that touch or have only a space or hyphen between them as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or text[merged[-1][1] : start] in (" ", "-")):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
