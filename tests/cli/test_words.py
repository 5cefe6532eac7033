"""A command that needs no parser does what the parser would have done, and whatever is not plain goes to the parser."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

import pytest

from llmtutor.cli import words
from llmtutor.cli.table import COMMANDS
from llmtutor.cli.tree import call
from llmtutor.cli.words import arrange, call_directly, find_function
from llmtutor.errors import Exit

DIRECT = {name: row for name, row in COMMANDS.items() if row.direct}
GIVEN = {"alone": [], "word": ["softmax"], "words": ["kv", "cache"]}


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What each command function is called with, by parameter, instead of calling it."""
    seen: list[dict[str, Any]] = []

    def recording(function: Callable[..., Exit]) -> Callable[..., Exit]:
        signature = inspect.signature(function)

        @functools.wraps(function)
        def record(*given: Any, **values: Any) -> Exit:
            bound = signature.bind(*given, **values)
            bound.apply_defaults()
            seen.append(dict(bound.arguments))
            return Exit.OK

        return record

    for place in ("llmtutor.cli.words.find_function", "llmtutor.cli.tree.find_function"):
        monkeypatch.setattr(place, lambda row: recording(find_function(row)))
    return seen


@pytest.mark.parametrize("flags", ["", "--json", "-q --no-color", "--no-input", "--lang zh", "--lang=en"])
@pytest.mark.parametrize("name", DIRECT)
def test_it_is_called_as_the_parser_would_call_it(name: str, flags: str, calls: list[dict[str, Any]]) -> None:
    line = [name, *GIVEN[str(DIRECT[name].direct)], *flags.split()]
    assert call_directly(line) is Exit.OK
    assert call(line) is Exit.OK
    direct, parsed = calls
    assert direct == parsed


@pytest.mark.parametrize(
    "line",
    [
        "search",  # something is missing
        "search attention --limit 3",
        "search attention --lang fr",
        "search attention --lang",
        "search attention --bank builtin",
        "search -- -x",
        "search attention --jsno",
        "search --help",
        "stats softmax",  # something is too much
        "show softmax/large-logits attention",
        "run softmax --timeout 3",
        "list topics",
        "bank check",
        "serach attention",
        "--version",
        "--help",
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(line: str, calls: list[dict[str, Any]]) -> None:
    assert call_directly(line.split()) is None
    assert not calls


def test_shared_flags_may_stand_before_the_command(calls: list[dict[str, Any]]) -> None:
    assert call_directly(arrange(["--json", "search", "attention"])) is Exit.OK
    assert calls[0]["run"].json
    assert calls[0]["query"] == ["attention"]


def test_a_damaged_index_is_forgotten_on_either_way(monkeypatch: pytest.MonkeyPatch) -> None:
    from llmtutor.errors import IndexDamaged

    forgotten: list[str] = []

    class Place:
        def forget_index(self) -> None:
            forgotten.append("index")

    class Run:
        workspace = Place()

    def fail(run: Any) -> Exit:
        raise IndexDamaged("a page is unreadable")

    with pytest.raises(IndexDamaged):
        words.perform(fail, Run())  # type: ignore[arg-type]
    assert forgotten == ["index"]
