r"""LaTeX -> tokens, and a reader of them that knows where it is when something is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NoReturn

from ..model import Text
from .tree import FormulaProblem

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|(?P<line>\\\\\[[\d.]+(?:pt|em|ex)\])|\\.|\d+(?:\.\d+)?|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    position: int
    spaced: bool

    @property
    def command(self) -> str | None:
        return self.text[1:] if self.text[0] == "\\" and len(self.text) > 1 else None


def _tokens(latex: str) -> list[Token]:
    tokens: list[Token] = []
    spaced = False
    for found in _TOKEN.finditer(latex):
        text = found.group()
        if text.isspace():
            # The space that ends the name of a command means nothing, unless the command was a script.
            ends_name = bool(tokens) and tokens[-1].text[0] == "\\" and tokens[-1].text[1:].isalpha()
            spaced = not ends_name or (len(tokens) > 1 and tokens[-2].text in "^_")
            continue
        if not text.isprintable():
            raise FormulaProblem(Text("a control character", "含有控制字符"), found.start())
        tokens.append(Token("\\\\" if found["line"] else text, found.start(), spaced))
        spaced = False
    return tokens


class Scanner:
    """Where a parser stands among the tokens of one formula."""

    def __init__(self, latex: str) -> None:
        self._tokens = _tokens(latex)
        self._at = 0
        self._end = len(latex)

    def peek(self) -> str:
        """The text of the next token, empty at the end."""
        return self._tokens[self._at].text if self._at < len(self._tokens) else ""

    def next(self) -> Token:
        if self._at >= len(self._tokens):
            self.fail("it ends too early", "公式不完整")
        self._at += 1
        return self._tokens[self._at - 1]

    def skip(self) -> None:
        self._at += 1

    def digit(self) -> Token:
        """The first digit of a number that comes next; the rest of it comes after."""
        token = self.next()
        rest = [char for char in re.split(r"(\.)", token.text[1:]) if char]
        self._tokens[self._at : self._at] = [replace(token, text=part, spaced=False) for part in rest]
        return replace(token, text=token.text[0])

    def fail(self, en: str, zh: str, token: Token | None = None) -> NoReturn:
        """Complain about `token`, or the one that was read last."""
        if token is None and self._tokens:
            token = self._tokens[max(0, min(self._at, len(self._tokens)) - 1)]
        raise FormulaProblem(Text(en, zh), token.position if token else self._end)

    def expect(self, text: str) -> None:
        if self.peek() != text:
            self.fail(f"{text} is missing", f"缺少 {text}")
        self.skip()

    def text(self) -> str:
        r"""What stands in \text{...}, spaces and all; no commands but escaped signs."""
        self.expect("{")
        parts: list[str] = []
        while self.peek() != "}":
            token = self.next()
            if token.command is not None:
                if token.command not in ("%", "#", "&", "_", "{", "}", " ", "-", ","):
                    self.fail(f"the command {token.text} cannot be used in text", f"文字中不能使用命令 {token.text}")
                said = " " if token.command == "," else token.command
            elif token.text in "{$":
                self.fail(f"{token.text} cannot be used in text", f"文字中不能使用 {token.text}")
            else:
                said = " " if token.text == "~" else token.text
            parts.append(f" {said}" if token.spaced else said)
        if self._tokens[self._at].spaced:
            parts.append(" ")
        self.skip()
        return "".join(parts)

    def name(self) -> str:
        """What stands between braces, as it is."""
        self.expect("{")
        name = ""
        while self.peek() != "}":
            name += self.next().text
        self.skip()
        return name
