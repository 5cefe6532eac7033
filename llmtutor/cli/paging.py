"""A pager for what is longer than the terminal: LLMTUTOR_PAGER, then PAGER, then `less`. Never into a pipe.

An empty LLMTUTOR_PAGER means none. Where the pager does not start, the text is written as it is.
"""

from __future__ import annotations

import io
import os
import shlex
import shutil
from collections.abc import Mapping
from typing import TextIO


class Held(io.StringIO):
    """Keeps what would go to a terminal, and says of itself what the terminal says."""

    def __init__(self, terminal: TextIO) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal.isatty()

    def fileno(self) -> int:
        return self._terminal.fileno()


def choose_pager(environ: Mapping[str, str]) -> list[str]:
    """The words of the pager's command; none where there is none, or where output is to be linear."""
    if environ.get("ACCESSIBLE", "") not in ("", "0") or environ.get("TERM", "") in ("", "dumb", "unknown"):
        return []
    for name in ("LLMTUTOR_PAGER", "PAGER"):
        if name in environ:
            return shlex.split(environ[name])
    return ["less"] if shutil.which("less", path=environ.get("PATH")) else []


def show_paged(text: str, pager: list[str], terminal: TextIO, environ: Mapping[str, str]) -> None:
    """Hand `text` to the pager if it has more lines than the terminal; Ctrl-C is the pager's affair."""
    rows = os.get_terminal_size(terminal.fileno()).lines
    if pager and text.count("\n") >= rows and _page(text, pager, environ):
        return
    terminal.write(text)
    terminal.flush()


def _page(text: str, pager: list[str], environ: Mapping[str, str]) -> bool:
    """Whether the pager could be started. F leaves at once what fits, R keeps colours, X leaves the screen as it was."""
    import signal
    import subprocess

    settings = {"LESS": "FRX", "LESSCHARSET": "utf-8", **environ}
    try:
        process = subprocess.Popen(pager, stdin=subprocess.PIPE, env=settings, encoding="utf-8", errors="replace")
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.communicate(text)
    finally:
        signal.signal(signal.SIGINT, before)
    return True
