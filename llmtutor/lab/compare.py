"""Compares what a program printed with what was recorded: line by line, numbers within tolerance. Pure.

Whole numbers must be equal. Decimal numbers may differ by a millionth, or by one unit in the last printed place where
that is at most two thousandths of the number: that much rounding may turn on another machine. Amounts of space
between words do not count, for a number that is one digit longer moves what follows it.
"""

from __future__ import annotations

import re
from difflib import unified_diff

_NUMBER = re.compile(r"(?<![\w.])[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?(?!\w)")
_RELATIVE, _ABSOLUTE, _LAST_PLACE = 1e-6, 1e-9, 2e-3
# A diff of more lines than a person will read takes minutes to compute.
_LINES = 1000


def difference(recorded: str, actual: str) -> tuple[str, ...]:
    """A unified diff without its head, empty where both say the same; lines that count as equal are as recorded."""
    before, after = _lines(recorded), _lines(actual)
    if len(before) == len(after) and all(map(same_line, before, after)):
        return ()
    cut = [*before[:_LINES], "…"] if len(before) > _LINES else before
    skeletons: dict[str, list[str]] = {}
    for line in cut:
        skeletons.setdefault(_skeleton(line), []).append(line)
    settled = []
    for place, line in enumerate(after[:_LINES]):
        candidates = cut[place : place + 1] + skeletons.get(_skeleton(line), [])
        settled.append(next((known for known in candidates if same_line(known, line)), line))
    if len(after) > _LINES:
        settled.append("…")
    return tuple(unified_diff(cut, settled, n=2, lineterm=""))[2:]


def same_line(recorded: str, actual: str) -> bool:
    if recorded == actual:
        return True
    if _skeleton(recorded) != _skeleton(actual):
        return False
    return all(map(_same_number, _NUMBER.findall(recorded), _NUMBER.findall(actual)))


def _same_number(recorded: str, actual: str) -> bool:
    if recorded == actual:
        return True
    if recorded.lstrip("+-").isdigit() or actual.lstrip("+-").isdigit():
        return False
    first, second = float(recorded), float(actual)
    allowed = max(_ABSOLUTE, _RELATIVE * abs(first))
    digits, _, exponent = recorded.lower().partition("e")
    last_place = 10.0 ** (int(exponent or 0) - len(digits.partition(".")[2]))
    if last_place <= _LAST_PLACE * abs(first):
        allowed = max(allowed, 1.001 * last_place)
    return abs(first - second) <= allowed


def _skeleton(line: str) -> str:
    """The line with its numbers taken out, and its spaces made one."""
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + " ".join(_NUMBER.sub("\0", line).split())


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip("\n").split("\n")]
