"""Folds the one line of a formula where it hurts least: outside of parentheses, before a sign rather than after it."""

from __future__ import annotations

from ..letters import cell_width

_OPENING, _CLOSING = "([{⟨⌊⌈", ")]}⟩⌋⌉"
_SIGNS = frozenset("=≠<>≤≥≈∼≡∝∈→←↔⇒+−±·×⊙⊗⊕∗/|‖")
_INDENT = "  "


def fold(line: str, width: int) -> list[str]:
    """Lines of at most `width` cells where spaces allow it; what continues a formula is indented."""
    if cell_width(line) <= width:
        return [line]
    return [part for formula in line.split("  ") if formula for part in _fold_formula(formula, width)]


def _fold_formula(line: str, width: int) -> list[str]:
    lines: list[str] = []
    rest = line
    while cell_width(rest) > width and (place := _best_fold(rest, width)):
        lines.append(rest[:place].rstrip())
        rest = _INDENT + rest[place:].lstrip()
    return [*lines, rest]


def _best_fold(line: str, width: int) -> int:
    """The space to fold at; 0 where there is none that brings anything."""
    depth = 0
    candidates: list[tuple[int, int]] = []
    used = 0
    start = len(line) - len(line.lstrip())
    for place, char in enumerate(line):
        depth += (char in _OPENING) - (char in _CLOSING)
        if char == " " and place > start:
            after_sign = line[place - 1] in _SIGNS and not line[place + 1 : place + 2].isspace()
            if used > width:
                break
            candidates.append((2 * depth + after_sign, place))
        used += cell_width(char)
    late = [candidate for candidate in candidates if candidate[1] > width // 2] or candidates
    if not late:
        following = line.find(" ", start + 1)
        return max(following, 0)
    return min(late, key=lambda candidate: (candidate[0], -candidate[1]))[1]
