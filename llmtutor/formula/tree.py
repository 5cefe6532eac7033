"""What a formula is made of, once it is parsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, Union

from ..model import Text
from .symbols import Kind


class FormulaProblem(ValueError):
    """A formula that cannot be read: `message` says why, `position` is the place in the source, from 0."""

    def __init__(self, message: Text, position: int) -> None:
        super().__init__(message.en)
        self.message = message
        self.position = position


@dataclass(frozen=True, slots=True)
class Symbol:
    """One glyph, a number, or a word such as log; `limited` if its scripts stand above and below it.

    `spaced` says that the author left a space before it, which TeX ignores and a reader of one line does not.
    """

    text: str
    kind: Kind
    limited: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    cells: int


@dataclass(frozen=True, slots=True)
class Row:
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Fraction:
    over: Node
    under: Node


@dataclass(frozen=True, slots=True)
class Binomial:
    over: Node
    under: Node


@dataclass(frozen=True, slots=True)
class Root:
    radicand: Node
    degree: Node | None


@dataclass(frozen=True, slots=True)
class Scripts:
    base: Node
    below: Node | None
    above: Node | None


@dataclass(frozen=True, slots=True)
class Accent:
    """`mark` is a combining character."""

    base: Node
    mark: str


@dataclass(frozen=True, slots=True)
class Fenced:
    r"""\left ... \right; a fence may be empty, and `|` inside was a \middle."""

    left: str
    body: Node
    right: str
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells between fences; `columns` holds l, c or r for each column, and the last one counts on.

    `equations` are lines of their own rather than cells of a table.
    """

    rows: tuple[tuple[Node, ...], ...]
    left: str
    right: str
    columns: str
    equations: bool = False


@dataclass(frozen=True, slots=True)
class Stacked:
    """A small formula over or under another; `brace` names the brace between them, if there is one."""

    base: Node
    over: Node | None
    under: Node | None
    brace: str | None = None


Node: TypeAlias = Union[Symbol, Space, Row, Fraction, Binomial, Root, Scripts, Accent, Fenced, Grid, Stacked]
