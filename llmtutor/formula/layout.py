"""Tree -> drawing in two dimensions. Nothing is scaled and nothing left out: what is small in print is small in Unicode
or stands on a line of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TypeAlias, assert_never

from ..letters import cell_width
from .boxes import EMPTY, Box, beside, line_box, stack, widen
from .small import join_small, small, small_scripts
from .spacing import edge, gap, settle, tight_gap
from .symbols import ABOVE, WIDE_ACCENTS, Kind
from .tree import Accent, Binomial, Fenced, Fraction, Grid, Node, Root, Row, Scripts, Space, Stacked, Symbol

# Fences by height: top, filling, middle, bottom.
_TALL_FENCES = {
    "(": "⎛⎜⎜⎝",
    ")": "⎞⎟⎟⎠",
    "[": "⎡⎢⎢⎣",
    "]": "⎤⎥⎥⎦",
    "{": "⎧⎪⎨⎩",
    "}": "⎫⎪⎬⎭",
    "|": "││││",
    "‖": "║║║║",
    "⌊": "⎢⎢⎢⎣",
    "⌋": "⎥⎥⎥⎦",
    "⌈": "⎡⎢⎢⎢",
    "⌉": "⎤⎥⎥⎥",
}
_COLUMN_GAP = 2
_INDENT = line_box("  ")
# Where a formula too wide for its screen is broken: inside how many pairs of fences, and before what.
_SIGNS = frozenset((Kind.RELATION, Kind.BINARY))
_BREAKS = ((0, _SIGNS), (0, _SIGNS | {Kind.BIG}), (1, _SIGNS | {Kind.BIG}), (2, _SIGNS | {Kind.BIG}))

Distance: TypeAlias = Callable[[Node, Node], int]


def lay_out(node: Node, width: int) -> Box | None:
    """The drawing at most `width` cells wide, broken before relations and signs if it must; None if that fails."""
    box = _box(node)
    if box.width <= width:
        return box
    rows = [Row(row) for row in node.rows] if isinstance(node, Grid) and node.equations else _formulas(node)
    lines: list[Box] = []
    for row in rows:
        for depth, kinds in _BREAKS:
            if broken := _break(row, width, depth, kinds):
                lines += broken
                break
        else:
            return None
    return _paragraphs(lines)


def _formulas(node: Node) -> list[Row]:
    """A row taken apart where wide space divides it into several formulas."""
    parts: list[list[Node]] = [[]]
    for item in _flat(node):
        if isinstance(item, Space) and item.cells > 1:
            parts.append([])
        else:
            parts[-1].append(item)
    return [Row(tuple(part)) for part in parts if part]


def _break(row: Row, width: int, depth: int, kinds: frozenset[Kind]) -> list[Box] | None:
    """Lines of a row, broken before `kinds` inside at most `depth` pairs of fences; None if one is still too wide."""
    pieces: list[list[Node]] = [[]]
    level = 0
    for item in settle(_flat(row)):
        kind = edge(item, right=False)
        if pieces[-1] and level <= depth and kind in kinds:
            pieces.append([])
        pieces[-1].append(item)
        if not isinstance(item, Fenced | Grid):
            level += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
    lines: list[list[Node]] = []
    for piece in pieces:
        if lines and _row([*lines[-1], *piece], gap).width <= width - (_INDENT.width if len(lines) > 1 else 0):
            lines[-1] += piece
        else:
            lines.append(piece)
    boxes = [_row(line, gap) for line in lines]
    boxes = boxes[:1] + [beside([_INDENT, box]) for box in boxes[1:]]
    return boxes if all(box.width <= width for box in boxes) else None


def _flat(node: Node) -> list[Node]:
    """The items of a row, with the rows in it taken apart."""
    return [inner for item in node.items for inner in _flat(item)] if isinstance(node, Row) else [node]


def _paragraphs(boxes: list[Box]) -> Box:
    """Under one another, with a line between where one of them is tall."""
    tall = any(box.height > 1 for box in boxes)
    stacked = [part for box in boxes for part in ((box, EMPTY) if tall else (box,))]
    return stack(stacked[:-1] if tall else stacked, 0, "l")


def _box(node: Node, tight: bool = False) -> Box:
    match node:
        case Symbol():
            return line_box(node.text)
        case Space():
            return line_box(" " * (0 if tight else node.cells))
        case Row():
            return _row(settle(node.items), tight_gap if tight else gap, tight)
        case Fraction():
            over, under = _box(node.over), _box(node.under)
            bar = line_box("─" * (max(over.width, under.width) + 2))
            return stack([over, bar, under], over.height)
        case Binomial():
            over, under = _box(node.over), _box(node.under)
            return _fence("(", stack([over, EMPTY, under], over.height), ")")
        case Root():
            return _root(node)
        case Scripts():
            return _scripts(node, tight)
        case Accent():
            return _accent(node, tight)
        case Fenced():
            return _fence(node.left, _box(node.body), node.right)
        case Grid():
            return _grid(node, tight)
        case Stacked():
            return _stacked(node, tight)
        case _:
            assert_never(node)


def _row(items: list[Node], distance: Distance, tight: bool = False) -> Box:
    boxes: list[Box] = []
    for place, item in enumerate(items):
        if place and (space := distance(items[place - 1], item)):
            boxes.append(line_box(" " * space))
        boxes.append(_box(item, tight))
    return beside(boxes)


def _scripts(node: Scripts, tight: bool) -> Box:
    base = _box(node.base, tight)
    if isinstance(node.base, Symbol) and node.base.limited and not tight:
        parts = [base]
        if node.above is not None:
            parts.insert(0, _box(node.above, tight=True))
        if node.below is not None:
            parts.append(_box(node.below, tight=True))
        return stack(parts, parts[0].height if node.above is not None else 0)
    if base.height > 1:
        return _tall_scripts(node, base)
    below, above = small_scripts(node)
    column = [line_box(join_small(below, above))]
    baseline = 0
    if node.above is not None and above is None:
        column.insert(0, _box(node.above, tight=True))
        baseline = column[0].height
    if node.below is not None and below is None:
        column.append(_box(node.below, tight=True))
    return beside([base, stack(column, baseline, "l")])


def _tall_scripts(node: Scripts, base: Box) -> Box:
    """Beside something tall, scripts stand at its first and its last line."""
    small_below, small_above = small_scripts(node)
    above = line_box(small_above) if small_above else _box(node.above, tight=True) if node.above is not None else EMPTY
    below = line_box(small_below) if small_below else _box(node.below, tight=True) if node.below is not None else EMPTY
    between = max(0, base.height - 2)
    top = above.height - 1 if node.above is not None else 0
    column = stack([above, *[EMPTY] * between, below], top + base.baseline, "l")
    return beside([base, column])


def _root(node: Root) -> Box:
    inside = _box(node.radicand)
    degree = EMPTY if node.degree is None else _degree(node.degree)
    if inside.height == 1:
        text = inside.lines[0]
        plain = isinstance(node.radicand, Symbol | Accent | Scripts)
        return beside([degree, line_box(f"√{text}" if plain else f"√({text})")])
    hook = Box(("  ┌", *["  │"] * (inside.height - 1), " ╲│"), inside.baseline + 1, 3)
    roof = stack([line_box("─" * (inside.width + 1)), inside], inside.baseline + 1, "l")
    return beside([degree, hook, roof])


def _degree(node: Node) -> Box:
    text = small(node, ABOVE)
    return line_box(text) if text is not None else stack([_box(node, tight=True), EMPTY], 1)


def _accent(node: Accent, tight: bool) -> Box:
    base = _box(node.base, tight)
    if base.height == 1 and cell_width(base.lines[0]) == 1:
        return Box((unicodedata.normalize("NFC", base.lines[0] + node.mark),), 0, 1)
    sign, _ = WIDE_ACCENTS[node.mark]
    if node.mark == "\u0332":
        return stack([base, line_box("─" * base.width)], base.baseline)
    over = line_box(sign * base.width if sign == "─" else sign)
    return stack([over, base], base.baseline + 1)


def _fence(left: str, inside: Box, right: str) -> Box:
    return beside([_tall(left, inside), inside, _tall(right, inside)])


def _tall(fence: str, inside: Box) -> Box:
    if not fence or inside.height == 1:
        return line_box(fence)
    height = inside.height
    if fence not in _TALL_FENCES:
        lines = [fence if place == inside.baseline else " " for place in range(height)]
        return Box(tuple(lines), inside.baseline, cell_width(fence))
    top, filling, middle, bottom = tuple(_TALL_FENCES[fence])
    lines = [top, *[filling] * (height - 2), bottom]
    if height > 2:
        lines[min(max(inside.baseline, 1), height - 2)] = middle
    return Box(tuple(lines), inside.baseline, 1)


def _grid(node: Grid, tight: bool) -> Box:
    cells_of = [[_box(cell, tight) for cell in row] for row in node.rows]
    count = max(len(row) for row in cells_of)
    columns = (
        (node.columns + node.columns[-1] * count)[:count] if not node.equations else (node.columns * count)[:count]
    )
    widths = [max((row[place].width for row in cells_of if place < len(row)), default=0) for place in range(count)]
    lines: list[Box] = []
    for row in cells_of:
        parts: list[Box] = []
        for place in range(count):
            if place:
                parts.append(line_box(" " * _between(node, place)))
            parts.append(widen(row[place] if place < len(row) else EMPTY, widths[place], columns[place]))
        lines.append(beside(parts))
    airy = any(box.height > 1 for box in lines) or (len(lines) == 2 and node.left)
    spread = [part for box in lines for part in ((box, EMPTY) if airy else (box,))]
    body = stack(spread[:-1] if airy else spread, 0, "l")
    body = Box(body.lines, 0 if body.height == 1 else (body.height - (0 if body.height % 2 else 1)) // 2, body.width)
    if not node.left:
        return body
    space = line_box(" ")
    return _fence(node.left, beside([space, body, space]) if body.height > 1 else body, node.right)


def _between(node: Grid, place: int) -> int:
    """Aligned equations meet at their sign; the next equation of the line keeps its distance."""
    if not node.equations:
        return _COLUMN_GAP
    return 1 if place % 2 else 2 * _COLUMN_GAP


def _stacked(node: Stacked, tight: bool) -> Box:
    base = _box(node.base, tight)
    over = _box(node.over, tight=True) if node.over is not None else None
    under = _box(node.under, tight=True) if node.under is not None else None
    if isinstance(node.base, Symbol) and node.base.text in "→←↔⇒" and over is not None:
        # An arrow reaches as far as what stands over it.
        shaft = {"⇒": "═"}.get(node.base.text, "─") * over.width
        head = {"→": f"{shaft}→", "←": f"←{shaft}", "↔": f"←{shaft}→", "⇒": f"{shaft}⇒"}[node.base.text]
        base = line_box(head)
    parts = [base]
    if node.brace == "over":
        parts.insert(0, _brace(base.width, "╭─╮", "┴"))
    if over is not None:
        parts.insert(0, over)
    baseline = sum(part.height for part in parts) - base.height + base.baseline
    if node.brace == "under":
        parts.append(_brace(base.width, "╰─╯", "┬"))
    if under is not None:
        parts.append(under)
    return stack(parts, baseline)


def _brace(width: int, ends: str, middle: str) -> Box:
    if width < 3:
        return line_box("─" * width)
    line = ends[0] + ends[1] * (width - 2) + ends[2]
    at = (width - 1) // 2
    return line_box(line[:at] + middle + line[at + 1 :])
