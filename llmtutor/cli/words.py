"""The words of a command line, before a parser sees them: where shared options go, and what needs no parser.

Loading Typer takes longer than a search. Commands that are called with words, shared flags and a language alone, as most
are, are called straight away; with any other option, and for every complaint and page of help, it is Typer's turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

from ..errors import Exit, IndexDamaged
from ..model import LANGS
from .options import Run
from .table import COMMANDS, GROUPS, Row

_NEGATIVE = re.compile(r"-\.?\d")
_FLAGS = {"--json": "json", "--quiet": "quiet", "-q": "quiet", "--no-input": "no_input", "--no-color": "no_color"}
_VALUED = {"--lang", "--bank"}


def call_directly(words: list[str]) -> Exit | None:
    """Run the command that arranged words call; None where they need a parser."""
    row = COMMANDS.get(words[0]) if words else None
    if row is None or row.direct is None:
        return None
    given: list[str] = []
    shared: dict[str, Any] = {}
    rest = iter(words[1:])
    for word in rest:
        name, is_set, value = word.partition("=")
        if word in _FLAGS:
            shared[_FLAGS[word]] = True
        elif name == "--lang" and (lang := value if is_set else next(rest, "")) in LANGS:
            shared["lang"] = lang
        elif word.startswith("-"):
            return None
        else:
            given.append(word)
    own: list[Any]
    match row.direct, given:
        case "alone", []:
            own = []
        case "word", [word]:
            own = [word]
        case "words", [_, *_]:
            own = [given]
        case _:
            return None
    return perform(find_function(row), Run(**shared), *own)


def find_function(row: Row) -> Callable[..., Exit]:
    """The function behind a command."""
    module, _, attribute = row.target.partition(":")
    found: Callable[..., Exit] = getattr(import_module(f"llmtutor.cli.{module}"), attribute)
    return found


def perform(function: Callable[..., Exit], run: Run, *given: Any, **values: Any) -> Exit:
    """Run a command. An index that turns out to be damaged is dropped, so that the next command builds it again."""
    try:
        return function(run, *given, **values)
    except IndexDamaged:
        run.workspace.forget_index()
        raise


def arrange(arguments: list[str]) -> list[str]:
    """Move shared options that stand before a command behind its name; name the home page where no command is."""
    path: list[str] = []
    moved: list[str] = []
    level: dict[str, Any] = {**COMMANDS, **GROUPS}
    # A number is a value, not an option: "-4.6" is an answer, and Click leaves words alone that begin with a space.
    rest = [f" {word}" if _NEGATIVE.match(word) else word for word in arguments]
    while rest and level:
        word = rest[0]
        if word in _FLAGS:
            moved.append(rest.pop(0))
        elif word in _VALUED and len(rest) > 1:
            moved += [rest.pop(0), rest.pop(0)]
        elif word.partition("=")[0] in _VALUED and "=" in word:
            moved.append(rest.pop(0))
        elif word in level:
            path.append(rest.pop(0))
            level = GROUPS[word][1] if word in GROUPS and len(path) == 1 else {}
        else:
            break
    if not path and not rest:
        path = ["home"]
    if level and path and path[0] in GROUPS and not rest:
        return [*path, "--help"]
    if path and (path[0] not in GROUPS or len(path) == 2):
        return [*path, *moved, *rest]
    # Help, the version or an unknown word comes next: shared options mean nothing there, and the language is known.
    return [*path, *_without_shared(rest)]


def _without_shared(words: list[str]) -> list[str]:
    kept: list[str] = []
    skip = False
    for word in words:
        if not skip and word not in _FLAGS and word.partition("=")[0] not in _VALUED:
            kept.append(word)
        skip = not skip and word in _VALUED
    return kept
