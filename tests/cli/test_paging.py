"""The pager: only at a terminal, only for what is longer, and never in the way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from llmtutor.cli.paging import choose_pager

from ..conftest import BANKS, Program, clean_environ
from .terminals import at_terminal

WORDS = ["explain", "addition"]


def shown_at(rows: int, environ: dict[str, str]) -> str:
    """What stands on a terminal of `rows` lines after `explain addition`."""
    shown, code = at_terminal(WORDS, environ, rows=rows)
    assert code == 0
    return shown


@pytest.fixture
def environ(home: Path) -> dict[str, str]:
    numbering = f'{sys.executable} -c \'import sys; [print("paged", line, end="") for line in sys.stdin]\''
    settings = {"LLMTUTOR_BANK": str(BANKS / "tiny"), "TERM": "xterm", "LLMTUTOR_PAGER": numbering}
    return clean_environ(home, **settings)


def test_what_is_longer_than_the_terminal_goes_through_the_pager(environ: dict[str, str]) -> None:
    shown = shown_at(10, environ)
    assert shown.count("paged ") > 10
    assert "Addition" in shown


def test_what_fits_does_not(environ: dict[str, str]) -> None:
    assert "paged " not in shown_at(200, environ)


@pytest.mark.parametrize("change", [{"LLMTUTOR_PAGER": ""}, {"LLMTUTOR_PAGER": "/no/such/pager"}, {"ACCESSIBLE": "1"}])
def test_without_a_pager_it_is_written_as_it_is(change: dict[str, str], environ: dict[str, str]) -> None:
    shown = shown_at(10, environ | change)
    assert "paged " not in shown
    assert "Addition" in shown


def test_a_pipe_never_meets_a_pager(tiny: Program) -> None:
    assert "paged" not in tiny(*WORDS, env={"LLMTUTOR_PAGER": "sed s/^/paged/", "TERM": "xterm"}).out


def test_ours_comes_before_everybodys() -> None:
    assert choose_pager({"TERM": "xterm", "PAGER": "more", "LLMTUTOR_PAGER": "less -S"}) == ["less", "-S"]
    assert choose_pager({"TERM": "xterm", "PAGER": "more"}) == ["more"]
    assert choose_pager({"TERM": "dumb", "PAGER": "more"}) == []
