"""The space between two neighbours of a row, after The TeXbook, chapter 18, in whole cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .symbols import Kind
from .tree import Accent, Fenced, Grid, Node, Row, Scripts, Space, Stacked, Symbol

_BARS = "|‖"
_WIDE = {Kind.WORD, Kind.TALL, Kind.BIG}
_OPERANDS = {Kind.LETTER, Kind.NUMBER, Kind.WORD, Kind.TALL, Kind.CLOSE}


def settle(items: Sequence[Node]) -> list[Node]:
    """The items of a row with every sign in the part that it plays there: bars that enclose or divide, signs that
    join or only tell plus from minus."""
    settled = _settle_bars(list(items))
    for place, item in enumerate(settled):
        if isinstance(item, Symbol) and item.kind is Kind.BINARY and not _joins(settled, place):
            settled[place] = replace(item, kind=Kind.LETTER, spaced=False)
    return settled


def _settle_bars(items: list[Node]) -> list[Node]:
    """A lone bar between two fences divides; bars in pairs enclose; two in a row divide as one."""
    groups: list[list[int]] = [[]]
    for place, item in enumerate(items):
        symbol = _symbol(item)
        if symbol is None:
            continue
        if symbol.text in _BARS and symbol.kind is Kind.LETTER:
            groups[-1].append(place)
        elif symbol.kind is Kind.OPEN:
            groups.append([])
        elif symbol.kind is Kind.CLOSE:
            _settle_group(items, groups.pop() if len(groups) > 1 else groups[0])
            groups = groups or [[]]
    for group in groups:
        _settle_group(items, group)
    return items


def _settle_group(items: list[Node], bars: list[int]) -> None:
    waiting = list(bars)
    while waiting:
        first = waiting.pop(0)
        second = waiting[0] if waiting else None
        if second == first + 1 or second is None:
            for place in (first, *waiting[:1]):
                _play(items, place, Kind.RELATION)
        else:
            _play(items, first, Kind.OPEN)
            _play(items, waiting[0], Kind.CLOSE)
        waiting = waiting[1:]
    bars.clear()


def _play(items: list[Node], place: int, kind: Kind) -> None:
    item = items[place]
    if isinstance(item, Symbol):
        items[place] = replace(item, kind=kind)
    elif isinstance(item, Scripts) and isinstance(item.base, Symbol):
        items[place] = replace(item, base=replace(item.base, kind=kind))


def _symbol(item: Node) -> Symbol | None:
    if isinstance(item, Scripts):
        item = item.base
    return item if isinstance(item, Symbol) else None


def _joins(items: Sequence[Node], place: int) -> bool:
    """Whether the sign has something to join on both sides."""
    before = next((edge(item, right=True) for item in items[:place][::-1] if not isinstance(item, Space)), None)
    after = next((edge(item, right=False) for item in items[place + 1 :] if not isinstance(item, Space)), None)
    return before in _OPERANDS and after not in (None, Kind.RELATION, Kind.CLOSE, Kind.PUNCTUATION)


def edge(node: Node, right: bool) -> Kind | None:
    """What a neighbour meets at that side of a node; None for a space or nothing."""
    match node:
        case Symbol():
            return node.kind
        case Row():
            return edge(node.items[-1 if right else 0], right) if node.items else None
        case Scripts() | Stacked() | Accent():
            return edge(node.base, right)
        case Space():
            return None
        case Fenced():
            return Kind.CLOSE if right else Kind.OPEN
        case Grid() if node.left:
            return Kind.CLOSE if right and node.right else Kind.OPEN
        case _:
            return Kind.TALL


def gap(left: Node, right: Node) -> int:
    """Cells between two neighbours in a line of full size."""
    before, after = edge(left, right=True), edge(right, right=False)
    if before is None or after is None or _text(left).endswith(" ") or _text(right).startswith(" "):
        return 0
    if Kind.RELATION in (before, after):
        return int(before is not after and before is not Kind.OPEN and after not in (Kind.CLOSE, Kind.PUNCTUATION))
    if Kind.BINARY in (before, after):
        return 1
    if before is Kind.PUNCTUATION:
        return int(after is not Kind.CLOSE)
    if before is Kind.OPEN or after in (Kind.CLOSE, Kind.PUNCTUATION):
        return 0
    if after is Kind.OPEN:
        return int(_is_spaced(right) and before is not Kind.WORD) or int(before in (Kind.TALL, Kind.BIG))
    if Kind.TALL in (before, after) or Kind.BIG in (before, after):
        return int(not _is_sign(left))
    if after is Kind.WORD:
        return int(not _is_sign(left))
    if before is Kind.WORD and _text(left)[-1:].isalnum():
        return 1
    return int(_is_spaced(right))


def tight_gap(left: Node, right: Node) -> int:
    """Cells between two neighbours in a script: only what keeps words apart."""
    before, after = edge(left, right=True), edge(right, right=False)
    if {before, after} & {Kind.RELATION, Kind.BINARY, Kind.PUNCTUATION} or not {before, after} & _WIDE:
        return 0
    return gap(left, right)


def _text(node: Node) -> str:
    return node.text if isinstance(node, Symbol) else ""


def _is_sign(node: Node) -> bool:
    """A sign that joins nothing stays close to what it stands before."""
    return isinstance(node, Symbol) and node.text in ("−", "+", "±", "∓", "¬", "∂", "∇", "/")


def _is_spaced(node: Node) -> bool:
    while isinstance(node, Scripts | Accent):
        node = node.base
    if isinstance(node, Row):
        return bool(node.items) and _is_spaced(node.items[0])
    return isinstance(node, Symbol | Fenced) and node.spaced
