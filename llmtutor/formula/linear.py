"""Tree -> one line that can mean only one thing: fractions in parentheses where something stands beside them, scripts
small where Unicode has all of their signs, else `_x`, `_{...}`, `^x`, `^(...)`; rows of a matrix divided by `;`.

The form for narrow screens and for those who listen to a formula.
"""

from __future__ import annotations

import unicodedata
from typing import assert_never

from ..letters import cell_width
from .small import join_small, small, small_scripts
from .spacing import edge, gap, settle, tight_gap
from .symbols import ABOVE, WIDE_ACCENTS, Kind
from .tree import Accent, Binomial, Fenced, Fraction, Grid, Node, Root, Row, Scripts, Space, Stacked, Symbol

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_ADDITION = {"+", "−", "±", "∓"}


def write(node: Node) -> list[str]:
    """One line, or one for each of several equations."""
    if isinstance(node, Grid) and node.equations:
        return [_line(_merged(row)) for row in node.rows]
    return [_line(node)]


def _merged(row: tuple[Node, ...]) -> Node:
    return Row(tuple(item for cell in row for item in (cell.items if isinstance(cell, Row) else (cell,))))


def _line(node: Node, tight: bool = False) -> str:
    match node:
        case Symbol():
            return node.text
        case Space():
            return " " * (0 if tight else min(node.cells, 2))
        case Row():
            return _row(node, tight)
        case Fraction():
            return f"{_operand(node.over)}/{_operand(node.under)}"
        case Binomial():
            return f"binom({_line(node.over)}, {_line(node.under)})"
        case Root():
            return _root(node)
        case Scripts():
            return _scripts(node, tight)
        case Accent():
            return _accent(node)
        case Fenced():
            return f"{node.left}{_line(node.body, tight)}{node.right}"
        case Grid():
            rows = ("; " if node.left or node.equations else ", ").join(_cells(row, tight) for row in node.rows)
            return f"{node.left}{rows}{node.right or _CLOSING.get(node.left, '')}"
        case Stacked():
            return _stacked(node, tight)
        case _:
            assert_never(node)


def _cells(row: tuple[Node, ...], tight: bool) -> str:
    return ", ".join(f"({text})" if "," in text and len(row) > 1 else text for text in (_line(c, tight) for c in row))


def _row(node: Row, tight: bool) -> str:
    items = settle(node.items)
    written = ""
    for place, item in enumerate(items):
        text = _line(item, tight)
        if (isinstance(item, Fraction) and _must_enclose(items, place)) or (_is_sum(item) and len(items) > 1):
            text = f"({text})"
        if place:
            previous = items[place - 1]
            distance = (tight_gap if tight else gap)(previous, item)
            if isinstance(item, Fraction) and edge(previous, right=True) is Kind.OPEN:
                distance = 0
            if not distance and _runs_on(previous, written) and text[:1].isalnum():
                distance = 1
            written += " " * distance
        written += text
    return written


def _runs_on(node: Node, written: str) -> bool:
    """Whether `node` ends in a script of full size, which would swallow the next letter, or with a root."""
    return (isinstance(node, Scripts) and written[-1:] not in ")}" and _is_full_size(node)) or isinstance(node, Root)


def _is_full_size(node: Scripts) -> bool:
    below, above = small_scripts(node)
    return (node.below is not None and below is None) or (node.above is not None and above is None)


def _must_enclose(items: list[Node], place: int) -> bool:
    """A fraction stands bare only between things that bind weaker than it does."""

    def binds(neighbour: Node | None, right: bool) -> bool:
        if neighbour is None or (isinstance(neighbour, Symbol) and neighbour.text in _ADDITION):
            return False
        kind = edge(neighbour, right)
        weak = {Kind.RELATION, Kind.PUNCTUATION, Kind.OPEN if right else Kind.CLOSE}
        if isinstance(neighbour, Fenced | Grid):
            return True
        return kind not in weak

    before = next((item for item in reversed(items[:place]) if not isinstance(item, Space)), None)
    after = next((item for item in items[place + 1 :] if not isinstance(item, Space)), None)
    if isinstance(items[place - 1] if place else None, Space):
        before = before if before is not None and not _parted(items, place) else None
    return binds(before, right=True) or binds(after, right=False)


def _parted(items: list[Node], place: int) -> bool:
    """Whether a wide space stands before it, as between two formulas."""
    previous = items[place - 1]
    return isinstance(previous, Space) and previous.cells > 1


def _is_sum(node: Node) -> bool:
    """Whether a group would fall apart beside a neighbour."""
    return isinstance(node, Row) and any(
        isinstance(item, Symbol) and item.kind in (Kind.BINARY, Kind.RELATION) for item in settle(node.items)
    )


def _operand(node: Node) -> str:
    text = _line(node)
    return text if _is_atom(node) else f"({text})"


def _is_atom(node: Node) -> bool:
    """Whether `node` holds together without parentheses: a sign, a number, a word; f(...); (...)."""
    match node:
        case Symbol():
            return node.kind is not Kind.WORD or " " not in node.text
        case Scripts():
            return isinstance(node.base, Symbol | Accent) and not (_is_full_size(node) and node.above is not None)
        case Root() | Binomial():
            return True
        case Accent():
            return True
        case Fenced():
            return bool(node.left and node.right)
        case Grid():
            return bool(node.left)
        case Row():
            return _is_call(node)
        case _:
            return False


def _is_call(node: Row) -> bool:
    """A word or letter before one pair of fences that ends with it: exp(x), p(y | x), or the fences alone."""
    items = [item for item in settle(node.items) if not isinstance(item, Space)]
    if len(items) > 1 and isinstance(items[-1], Fenced):
        return len(items) == 2 and _is_atom(items[0]) and edge(items[0], right=True) is not Kind.NUMBER
    depth = 0
    for place, item in enumerate(items):
        kind = edge(item, right=False)
        if isinstance(item, Fenced):
            continue
        depth += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
        if depth == 0 and place < len(items) - 1 and not (place == 0 and _is_name(item)):
            return False
    return depth == 0 and len(items) > 1


def _is_name(node: Node) -> bool:
    base = node.base if isinstance(node, Scripts) else node
    return isinstance(base, Symbol) and base.kind in (Kind.LETTER, Kind.WORD)


def _root(node: Root) -> str:
    inside = _line(node.radicand)
    simple = isinstance(node.radicand, Symbol | Accent) or (
        isinstance(node.radicand, Scripts) and not _is_full_size(node.radicand) and _is_atom(node.radicand)
    )
    text = inside if simple else f"({inside})"
    if node.degree is None:
        return f"√{text}"
    if (degree := small(node.degree, ABOVE)) is not None:
        return f"{degree}√{text}"
    return f"√[{_line(node.degree, tight=True)}]({inside})"


def _scripts(node: Scripts, tight: bool) -> str:
    base = _line(node.base, tight)
    if not isinstance(node.base, Symbol | Accent | Fenced | Grid | Stacked) and not _is_empty(node.base):
        base = f"({base})"
    below, above = small_scripts(node)
    if (below is not None or node.below is None) and (above is not None or node.above is None):
        return base + join_small(below, above)
    if node.below is not None:
        base += f"_{_script(node.below, '{}')}"
    if node.above is not None:
        primes = isinstance(node.above, Symbol) and not node.above.text.strip("′")
        base += _line(node.above) if primes else f"^{_script(node.above, '()')}"
    return base


def _is_empty(node: Node) -> bool:
    return isinstance(node, Row) and not node.items


def _script(node: Node, fences: str) -> str:
    text = _line(node, tight=True)
    if isinstance(node, Symbol) and " " not in text:
        return text
    if text[:1] == "(":
        return f"{{{text}}}"  # x^{(l)} is not x to the power of l
    return f"{fences[0]}{text}{fences[1]}"


def _accent(node: Accent) -> str:
    text = _line(node.base)
    if cell_width(text) == 1:
        return unicodedata.normalize("NFC", text + node.mark)
    return f"{WIDE_ACCENTS[node.mark][1]}({text})"


def _stacked(node: Stacked, tight: bool) -> str:
    base = _line(node.base, tight)
    if node.brace is not None:
        label = node.over if node.over is not None else node.under
        return f"({base})" if label is None else f"{node.brace}brace({base}; {_line(label)})"
    if node.under is not None:
        base += f"_{_script(node.under, '{}')}"
    if node.over is not None:
        base += f"^{_script(node.over, '()')}"
    return base
