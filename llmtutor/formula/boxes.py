"""Boxes of characters with a baseline: what a drawing in two dimensions is put together from. Widths are in cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..letters import cell_width


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of equal width; `baseline` is the index of the line that neighbours share."""

    lines: tuple[str, ...]
    baseline: int
    width: int

    @property
    def height(self) -> int:
        return len(self.lines)

    @property
    def below(self) -> int:
        """Lines under the baseline."""
        return len(self.lines) - self.baseline - 1


def line_box(text: str) -> Box:
    return Box((text,), 0, cell_width(text))


EMPTY = line_box("")


def beside(boxes: Sequence[Box]) -> Box:
    """Side by side on one baseline."""
    boxes = [box for box in boxes if box.width] or [EMPTY]
    above, below = max(box.baseline for box in boxes), max(box.below for box in boxes)
    lines = [""] * (above + 1 + below)
    for box in boxes:
        top = above - box.baseline
        for place in range(len(lines)):
            inside = top <= place < top + box.height
            lines[place] += box.lines[place - top] if inside else " " * box.width
    return Box(tuple(lines), above, sum(box.width for box in boxes))


def stack(boxes: Sequence[Box], baseline: int, align: str = "c") -> Box:
    """One over another; `baseline` is a line of the result, `align` one of l, c, r."""
    width = max(box.width for box in boxes)
    lines = [_pad(line, width - box.width, align) for box in boxes for line in box.lines]
    return Box(tuple(lines), baseline, width)


def widen(box: Box, width: int, align: str) -> Box:
    """At least `width` cells wide."""
    missing = max(0, width - box.width)
    return Box(tuple(_pad(line, missing, align) for line in box.lines), box.baseline, box.width + missing)


def _pad(line: str, missing: int, align: str) -> str:
    left = {"l": 0, "c": missing // 2, "r": missing}[align]
    return " " * left + line + " " * (missing - left)
