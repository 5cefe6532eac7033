"""Scripts in the small letters and digits that Unicode has: none is invented, and words stay words."""

from __future__ import annotations

from .symbols import ABOVE, BELOW, Kind
from .tree import Node, Row, Scripts, Space, Symbol


def small(node: Node, table: dict[str, str]) -> str | None:
    """`node` in the small signs of `table`, ABOVE or BELOW; None unless all of it can be written so."""
    match node:
        case Symbol(kind=Kind.WORD):
            return None
        case Symbol():
            signs = [table.get(char) for char in node.text]
            return "".join(sign for sign in signs if sign) if all(signs) else None
        case Row():
            parts = [small(item, table) for item in node.items if not isinstance(item, Space)]
            return "".join(part for part in parts if part) if parts and all(parts) else None
        case _:
            return None


def join_small(below: str | None, above: str | None) -> str:
    """Small scripts one after the other; a prime stays at its letter."""
    if above and not above.strip("′"):
        return above + (below or "")
    return (below or "") + (above or "")


def small_scripts(node: Scripts) -> tuple[str | None, str | None]:
    """What stands below and above in small signs, each None where it cannot or is not there."""
    below = small(node.below, BELOW) if node.below is not None else None
    above = small(node.above, ABOVE) if node.above is not None else None
    return below, above
