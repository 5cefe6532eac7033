"""The pager: only at a terminal, only for what is longer, and never in the way."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from llmtutor.cli.paging import choose_pager

from ..conftest import BANKS, Program, clean_environ

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
WORDS = ["explain", "addition"]


def at_terminal(environ: dict[str, str], rows: int) -> str:
    """What stands on a terminal of `rows` lines after `explain addition`."""
    import fcntl
    import struct
    import termios

    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        os.execve(sys.executable, [sys.executable, "-m", "llmtutor", *WORDS], environ)
    shown = b""
    try:
        while part := os.read(terminal, 4096):
            shown += part
    except OSError:  # Linux says EIO where the other end is gone
        pass
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0
    return shown.decode()


@pytest.fixture
def environ(home: Path) -> dict[str, str]:
    numbering = f'{sys.executable} -c \'import sys; [print("paged", line, end="") for line in sys.stdin]\''
    settings = {"LLMTUTOR_BANK": str(BANKS / "tiny"), "TERM": "xterm", "LLMTUTOR_PAGER": numbering}
    return clean_environ(home, **settings)


def test_what_is_longer_than_the_terminal_goes_through_the_pager(environ: dict[str, str]) -> None:
    shown = at_terminal(environ, rows=10)
    assert shown.count("paged ") > 10
    assert "Addition" in shown


def test_what_fits_does_not(environ: dict[str, str]) -> None:
    assert "paged " not in at_terminal(environ, rows=200)


@pytest.mark.parametrize("change", [{"LLMTUTOR_PAGER": ""}, {"LLMTUTOR_PAGER": "/no/such/pager"}, {"ACCESSIBLE": "1"}])
def test_without_a_pager_it_is_written_as_it_is(change: dict[str, str], environ: dict[str, str]) -> None:
    shown = at_terminal(environ | change, rows=10)
    assert "paged " not in shown
    assert "Addition" in shown


def test_a_pipe_never_meets_a_pager(tiny: Program) -> None:
    assert "paged" not in tiny(*WORDS, env={"LLMTUTOR_PAGER": "sed s/^/paged/", "TERM": "xterm"}).out


def test_ours_comes_before_everybodys() -> None:
    assert choose_pager({"TERM": "xterm", "PAGER": "more", "LLMTUTOR_PAGER": "less -S"}) == ["less", "-S"]
    assert choose_pager({"TERM": "xterm", "PAGER": "more"}) == ["more"]
    assert choose_pager({"TERM": "dumb", "PAGER": "more"}) == []
