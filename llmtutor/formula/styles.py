"""What the letters of a formula are made to look like, and what counts as one word."""

from __future__ import annotations

from dataclasses import replace

from .symbols import Kind
from .tree import Accent, Node, Row, Scripts, Space, Symbol


def solid(node: Node) -> Node:
    """A group of one sign is an ordinary sign to TeX: 10{,}000 has no space after its comma."""
    if isinstance(node, Symbol) and node.kind in (Kind.PUNCTUATION, Kind.BINARY, Kind.RELATION):
        return replace(node, kind=Kind.LETTER)
    return node


def with_space(node: Node, spaced: bool) -> Node:
    return replace(node, spaced=spaced) if isinstance(node, Symbol) else node


def word_of(node: Node) -> str | None:
    """The letters, digits and signs that a word in upright letters is made of."""
    if isinstance(node, Space):
        return " " * node.cells
    if isinstance(node, Symbol) and node.kind in (Kind.LETTER, Kind.NUMBER, Kind.WORD, Kind.BINARY, Kind.PUNCTUATION):
        return {"−": "-", "∗": "*"}.get(node.text, node.text)
    return None


def restyle(node: Node, font: dict[str, str]) -> Node:
    if isinstance(node, Row):
        return Row(tuple(restyle(item, font) for item in node.items))
    if isinstance(node, Symbol):
        return replace(node, text="".join(font.get(letter, letter) for letter in node.text))
    if isinstance(node, Scripts):
        return replace(node, base=restyle(node.base, font))
    if isinstance(node, Accent):
        return replace(node, base=restyle(node.base, font))
    return node
