r"""LaTeX -> tree. Knows the commands of `symbols` and refuses every other one, for a guess would teach a wrong formula.

Refuses what has no place in a formula on a terminal as well: colours, definitions, comments, `$`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .styles import restyle, solid, with_space, word_of
from .symbols import (
    ACCENTS,
    ARROWS,
    BINOMIALS,
    CHARACTERS,
    COMMANDS,
    EQUATIONS,
    FENCES,
    FONTS,
    FRACTIONS,
    LIMITED_WORDS,
    NEGATED,
    SIDE_LIMITS,
    SIZES,
    SPACES,
    STYLES,
    TABLES,
    TEXTS,
    VERTICAL,
    WORDS,
    Kind,
)
from .tokens import Scanner, Token
from .tree import (
    Accent,
    Binomial,
    Fenced,
    Fraction,
    Grid,
    Node,
    Root,
    Row,
    Scripts,
    Space,
    Stacked,
    Symbol,
)

_DEEPEST = 30


def parse(latex: str) -> Node:
    r"""Several lines, ended by `\\`, become a `Grid` of equations. Raises `FormulaProblem`."""
    parser = _Parser(latex)
    rows = parser.rows(("",))
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    return Grid(rows, "", "", "rl", equations=True)


class _Parser(Scanner):
    def __init__(self, latex: str) -> None:
        super().__init__(latex)
        self._depth = 0

    # --- rows ---

    def rows(self, ends: tuple[str, ...]) -> tuple[tuple[Node, ...], ...]:
        r"""Cells by `&` and `\\` until one of `ends`, which stays; an empty last row is dropped."""
        rows: list[list[Node]] = [[]]
        while True:
            rows[-1].append(self._row((*ends, "&", "\\\\")))
            found = self.peek()
            if found == "&":
                self.skip()
            elif found == "\\\\":
                self.skip()
                rows.append([])
            else:
                break
        if len(rows) > 1 and rows[-1] == [Row(())]:
            rows.pop()
        return tuple(tuple(row) for row in rows)

    def _row(self, ends: tuple[str, ...]) -> Node:
        items: list[Node] = []
        while (found := self.peek()) not in ends:
            if not found:
                self.fail(f"{ends[0]} is missing", f"缺少 {ends[0]}")
            if found in ("^", "_", "'"):
                base = items.pop() if items and not isinstance(items[-1], Space) else Row(())
                items.append(self._scripts(base))
            elif (node := self._atom()) is not None:
                items.append(node)
        return items[0] if len(items) == 1 else Row(tuple(items))

    def _scripts(self, base: Node) -> Node:
        found: dict[str, Node] = {}
        while (mark := self.peek()) in ("^", "_", "'"):
            token = self.next()
            if mark == "'":
                primes = 1
                while self.peek() == "'":
                    self.skip()
                    primes += 1
                node: Node = Symbol("′" * primes, Kind.LETTER)
                if self.peek() == "^":
                    self.skip()
                    node = Row((node, self._argument()))
                mark = "^"
            else:
                node = self._argument()
            if mark in found:
                self.fail(f"two scripts with {mark}", f"重复使用 {mark}", token)
            found[mark] = node
        return Scripts(base, found.get("_"), found.get("^"))

    def _argument(self) -> Node:
        """A group, or the one thing that comes next; TeX takes one digit of a number."""
        found = self.peek()
        if found[:1].isdigit():
            return Symbol(self.digit().text, Kind.NUMBER)
        if found in ("^", "_", "'", "}", "&", "\\\\"):
            self.fail(f"something is missing before {found}", f"{found} 前缺少内容", self.next())
        while (node := self._atom()) is None:
            pass
        return node

    def _group(self) -> Node:
        self.expect("{")
        row = self._row(("}",))
        self.expect("}")
        return row

    # --- atoms ---

    def _atom(self) -> Node | None:
        """The next thing without its scripts; None for what only changes a style."""
        self._depth += 1
        if self._depth > _DEEPEST:
            self.fail("it is nested too deeply", "嵌套过深")
        node = self._bare_atom()
        self._depth -= 1
        return node

    def _bare_atom(self) -> Node | None:
        if self.peek() == "{":
            return solid(self._group())
        token = self.next()
        if token.command is not None:
            return self._command(token, token.command)
        if token.text[0].isdigit():
            return Symbol(token.text, Kind.NUMBER, spaced=token.spaced)
        if token.text == "~":
            return Space(1)
        if token.text in CHARACTERS:
            return _sign(*CHARACTERS[token.text], token.spaced)
        if token.text.isalpha():
            return Symbol(token.text, Kind.LETTER, spaced=token.spaced)
        return self.fail(f"{token.text} means nothing in a formula", f"公式中不能使用 {token.text}")

    def _command(self, token: Token, name: str) -> Node | None:
        if name in SPACES:
            return Space(SPACES[name])
        if name in COMMANDS:
            return _sign(*COMMANDS[name], token.spaced)
        if name in WORDS:
            return Symbol(name, Kind.WORD, limited=name in LIMITED_WORDS, spaced=token.spaced)
        if name in STYLES or SIZES.match(name):
            return None
        if name in TEXTS:
            return Symbol(self.text(), Kind.WORD, spaced=token.spaced)
        if name.rstrip("*") in FONTS:
            return self._letters(name, token.spaced)
        if name in ACCENTS:
            return Accent(with_space(self._argument(), token.spaced), ACCENTS[name])
        if name in FRACTIONS:
            return Fraction(self._argument(), self._argument())
        if name in BINOMIALS:
            return Binomial(self._argument(), self._argument())
        if name in ARROWS:
            return self._arrow(ARROWS[name])
        if handler := self._HANDLERS.get(name):
            node = handler(self)
            return replace(node, spaced=token.spaced) if isinstance(node, Fenced) else node
        return self.fail(f"the command {token.text} is not known", f"不认识命令 {token.text}")

    def _letters(self, name: str, spaced: bool) -> Node:
        """\\mathrm and its like: a word where there are several letters, styled letters otherwise."""
        font = FONTS[name.rstrip("*")]
        node = self._argument()
        if font is not None:
            return with_space(restyle(node, font), spaced)
        items = node.items if isinstance(node, Row) else (node,)
        word = "".join(word_of(item) or "\0" for item in items)
        if "\0" in word or not word:
            return node
        is_word = len(word) > 1 or name.startswith("operatorname")
        limited = name.endswith("*")
        return Symbol(word, Kind.WORD if is_word else Kind.LETTER, limited=limited, spaced=spaced)

    def _fence(self) -> str:
        token = self.next()
        if token.text in FENCES:
            return FENCES[token.text]
        found = COMMANDS.get(token.command or "")
        if found is None or (found[1] not in (Kind.OPEN, Kind.CLOSE) and token.command not in VERTICAL):
            self.fail(f"{token.text} is no fence", f"{token.text} 不是定界符")
        return found[0]

    def _fenced(self) -> Node:
        left = self._fence()
        body = self._row(("\\right",))
        self.expect("\\right")
        return Fenced(left, body, self._fence())

    def _middle(self) -> Node:
        return Symbol(self._fence(), Kind.RELATION)

    def _root(self) -> Node:
        degree = None
        if self.peek() == "[":
            self.skip()
            degree = self._row(("]",))
            self.expect("]")
        return Root(self._argument(), degree)

    def _arrow(self, glyph: str) -> Node:
        under = None
        if self.peek() == "[":
            self.skip()
            under = self._row(("]",))
            self.expect("]")
        return Stacked(Symbol(glyph, Kind.RELATION), self._argument(), under)

    def _negated(self) -> Node:
        node = self._argument()
        if not isinstance(node, Symbol) or node.text not in NEGATED:
            self.fail("\\not cannot stand before this", "\\not 不能用在这里")
        return replace(node, text=NEGATED[node.text], kind=Kind.RELATION)

    def _overset(self) -> Node:
        over = self._argument()
        return Stacked(self._base(), over, None)

    def _underset(self) -> Node:
        under = self._argument()
        return Stacked(self._base(), None, under)

    def _base(self) -> Node:
        """An argument that keeps its class: = with something over it is still a relation."""
        return self._group() if self.peek() == "{" else self._argument()

    def _underbrace(self) -> Node:
        base, under = self._argument(), None
        if self.peek() == "_":
            self.skip()
            under = self._argument()
        return Stacked(base, None, under, "under")

    def _overbrace(self) -> Node:
        base, over = self._argument(), None
        if self.peek() == "^":
            self.skip()
            over = self._argument()
        return Stacked(base, over, None, "over")

    def _substack(self) -> Node:
        self.expect("{")
        rows = self.rows(("}",))
        self.expect("}")
        return Grid(rows, "", "", "c")

    def _environment(self) -> Node:
        name = self.name()
        if name in TABLES:
            left, right = TABLES[name]
            columns = "l" if name == "cases" else "c"
            if name == "array":
                columns = "".join(letter for letter in self.name() if letter in "lcr") or "c"
            table = Grid(self.rows(("\\end",)), left, right, columns)
        elif name in EQUATIONS:
            columns = "c" if name.startswith("gather") else "rl"
            table = Grid(self.rows(("\\end",)), "", "", columns, equations=True)
        else:
            self.fail(f"the environment {name} is not known", f"不认识环境 {name}")
        self.expect("\\end")
        if self.name() != name:
            self.fail(f"\\begin{{{name}}} is not ended", f"\\begin{{{name}}} 没有对应的 \\end")
        return table

    def _modulo(self) -> Node:
        return Row(
            (Space(1), Symbol("(", Kind.OPEN), Symbol("mod", Kind.WORD), self._argument(), Symbol(")", Kind.CLOSE))
        )

    _HANDLERS: dict[str, Callable[[_Parser], Node]] = {
        "left": _fenced,
        "middle": _middle,
        "sqrt": _root,
        "not": _negated,
        "overset": _overset,
        "stackrel": _overset,
        "underset": _underset,
        "underbrace": _underbrace,
        "overbrace": _overbrace,
        "substack": _substack,
        "begin": _environment,
        "pmod": _modulo,
    }


def _sign(glyph: str, kind: Kind, spaced: bool) -> Symbol:
    return Symbol(glyph, kind, limited=kind is Kind.BIG and glyph not in SIDE_LIMITS, spaced=spaced)
