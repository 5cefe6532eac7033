r"""LaTeX formulas drawn with characters: in two dimensions, or on one line that can mean only one thing.

Every letter, digit and sign of the source is in either drawing; a command that is not known is a `FormulaProblem`,
never a guess. It does not typeset: no colours, no sizes, no macros.
"""

from __future__ import annotations

from typing import Literal

from .tree import FormulaProblem

# Terminals of this width are common; what is wider in two dimensions will hardly ever be seen so.
_COMMON_WIDTH = 100


def draw(latex: str, width: int, *, linear: bool = False) -> str:
    """The formula within `width` cells, lines joined by newlines; on one line if `linear`, or where nothing else fits.

    The one line is folded at its spaces; what has none and is wider than `width` stays whole. Raises `FormulaProblem`.
    """
    from .folding import fold
    from .layout import lay_out
    from .linear import write
    from .parse import parse

    tree = parse(latex)
    box = None if linear else lay_out(tree, width)
    lines = [part for line in write(tree) for part in fold(line, width)] if box is None else box.lines
    return "\n".join(line.rstrip() for line in lines)


def can_draw(latex: str) -> Literal["both", "linear", "neither"]:
    """Whether a formula can be drawn, and whether in two dimensions on a screen of 100 columns."""
    from .layout import lay_out
    from .parse import parse

    try:
        tree = parse(latex)
    except FormulaProblem:
        return "neither"
    return "both" if lay_out(tree, _COMMON_WIDTH) is not None else "linear"


__all__ = ["FormulaProblem", "can_draw", "draw"]
