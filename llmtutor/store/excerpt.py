"""The piece of a text that shows why it was found, with the offsets of what matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from ..letters import fold, has_traditional, is_han
from .tokens import find_runs, fold_run

Span = tuple[int, int]

_MOST_TRIED = 8
_EMPHASIS = r"(?<![A-Za-z0-9_)*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![A-Za-z0-9_(*])"  # and no product such as 2*d*n


def plain(text: str) -> str:
    """A text on one line, without the marks of Markdown."""
    if "*" in text:
        text = re.sub(_EMPHASIS, r"\1", text.replace("**", ""))
    return " ".join(" ".join(map(_plain_line, text.split("\n"))).replace("`", "").split())


def _plain_line(line: str) -> str:
    line = line.strip()
    if line.startswith("```"):
        return ""
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        return "" if all(cell.strip("-:") == "" for cell in cells) else " · ".join(cells)
    number, dot, item = line.partition(". ")
    if dot and number.isdecimal():
        return item
    return line.lstrip("#") if line[:1] == "#" else line.removeprefix("- ")


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
    """The tokens of a text with their offsets; a Han character alone only where nothing follows it.

    Traditional characters are marked as the simplified ones they were found by.
    """
    for start, run, han in find_runs(text):
        if not han:
            yield fold_run(run, han), start, start + len(run)
        else:
            folded = fold_run(run, han)
            if len(folded) != len(run):
                folded = run
            for offset in range(max(1, len(run) - 1)):
                yield folded[offset : offset + 2], start + offset, start + min(offset + 2, len(run))


def one_line(code: str) -> str:
    """Code on one line; its asterisks are no emphasis."""
    return " ".join(code.split())


def make_excerpt(
    texts: Collection[str], terms: Collection[str], width: int, clean: Callable[[str], str] = plain
) -> tuple[str, tuple[Span, ...]]:
    """The piece of at most about `width` characters with the most of the terms in it, and its marks.

    Where no text has any, the beginning of the first one. `clean` makes of a text the line that is shown.
    """
    needles = [term.removesuffix("*").split() for term in terms]
    if marked := _best_piece(texts, terms, needles, width, str.lower, clean):
        return marked
    traditional = any(is_han(needle[0][0]) for needle in needles) and any(map(has_traditional, texts))
    if traditional and (marked := _best_piece(texts, terms, needles, width, fold, clean)):
        return marked
    first = next(filter(None, texts), "")
    return next(iter(_pieces(clean(first), width)), ""), ()


def _best_piece(
    texts: Collection[str],
    terms: Collection[str],
    needles: list[list[str]],
    width: int,
    folded: Callable[[str], str],
    clean: Callable[[str], str],
) -> tuple[str, tuple[Span, ...]] | None:
    """The best piece that has a mark. `folded` is how a text is looked through: folding it whole costs far more."""
    looked_through = [folded(text) for text in texts]
    needles = [needle for needle in needles if any(_holds(text, needle) for text in looked_through)]
    found: list[tuple[int, int, str]] = []
    for text in texts if needles else ():
        for piece in _pieces(clean(text), width):
            looked = folded(piece)
            if count := sum(_holds(looked, needle) for needle in needles):
                found.append((-count, len(found), piece))
        if any(-count == len(needles) for count, _, _ in found):  # no piece of the other texts has more
            break
    for _, _, piece in sorted(found)[:_MOST_TRIED]:
        if marks := find_marks(piece, terms):
            return piece, marks
    return None


def _holds(lowered: str, needle: list[str]) -> bool:
    """Whether a text seems to hold a term: a quick look for letters, where `find_marks` asks for whole words."""
    return all(token in lowered for token in needle)


def _pieces(line: str, width: int) -> list[str]:
    """Sentences joined as far as the width goes; a longer sentence is cut between words, with an ellipsis."""
    pieces: list[str] = []
    current = ""
    for sentence in _sentences(line):
        if current and len(current) + len(sentence) >= width:
            pieces.append(_open_ended(current))
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


def _open_ended(piece: str) -> str:
    """A piece that ends at a semicolon goes on, and says so."""
    return piece[:-1] + "…" if piece[-1] in ";；" else piece


def _sentences(line: str) -> list[str]:
    for end in ".!?;":
        line = line.replace(f"{end} ", f"{end}\n")
    for end in "。！？；":
        line = line.replace(end, f"{end}\n")
    return [sentence for sentence in map(str.strip, line.split("\n")) if sentence]


def _merged(spans: list[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those that touch or have only a space or hyphen between them as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or text[merged[-1][1] : start] in (" ", "-")):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
