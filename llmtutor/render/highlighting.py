"""Colours of programs: few, from the terminal's own palette, so that code stays calm on any background."""

from __future__ import annotations

from functools import cache

from pygments.token import Comment, Keyword, Name, Number, Operator, String  # type: ignore[import-untyped]
from rich.style import Style
from rich.syntax import ANSISyntaxTheme, Syntax
from rich.text import Text

from .styles import CODE, QUIET, STRONG

_THEME = ANSISyntaxTheme(
    {
        Comment: QUIET,
        String: CODE,
        String.Doc: QUIET,
        Number: CODE,
        Keyword: Style(color="magenta"),
        Operator.Word: Style(color="magenta"),
        Name.Function: STRONG,
        Name.Class: STRONG,
    }
)


@cache
def _syntax(language: str) -> Syntax:
    return Syntax("", language, theme=_THEME)


def highlight(source: str, language: str) -> Text:
    """`source`, harmless already, with styles; exactly its characters, also where the language is unknown."""
    styled = _syntax(language).highlight(source)
    if styled.plain == source + "\n":
        styled.right_crop(1)
    return styled if styled.plain == source else Text(source)
