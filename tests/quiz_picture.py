"""The README's picture: a question of the bank as a quiz shows it, answered wrongly, with its verdict."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from rich.text import Text

from llmtutor.cli.terminal import Sitting
from llmtutor.cli.terminal_keys import ENTER
from llmtutor.render.as_rich import Screen
from llmtutor.render.export import export_lines
from llmtutor.service.help_pages import help_page
from llmtutor.service.practice_session import open_quiz
from llmtutor.service.practice_state import Wanted
from llmtutor.workspace import Workspace, find_builtin

WIDTH = 84
WANTED = Wanted(concept="self-attention", kind="single-choice", count=1, seed=1)
NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Keyboard:
    """Chooses the first answer that is wrong, confirms it, keeps what then stands on the screen, and leaves."""

    single = True

    def __init__(self, out: io.StringIO, choice: str) -> None:
        self._out = out
        self._typed = [choice, ENTER]
        self.page = ""

    def key(self) -> str:
        if self._typed:
            return self._typed.pop(0)
        self.page = self._out.getvalue().rpartition("\x1b[H\x1b[2J")[2]
        return "q"

    def line(self, prompt: str) -> str:
        raise EOFError


def quiz_picture(home: Path) -> str:
    """The SVG, the same wherever it is made."""
    workspace = Workspace(
        {"LLMTUTOR_HOME": str(home)}, banks=(str(find_builtin()),), clock=lambda: NOW, tell=lambda text: None
    )
    for choice in "12":
        out = _Terminal()
        environ = {"TERM": "xterm-256color", "COLUMNS": str(WIDTH)}
        screen = Screen("en", stdout=out, stderr=out, environ=environ, now=NOW)
        keyboard = _Keyboard(out, choice)
        with open_quiz(workspace, WANTED) as opening:
            assert opening.quiz is not None
            Sitting(opening.quiz, screen, keyboard, clock=lambda: NOW, help_page=lambda: help_page("keys")).run()  # type: ignore[arg-type]
        if "✗" in keyboard.page:
            break
    lines = Text.from_ansi(keyboard.page).split("\n")
    return export_lines(lines, "svg", width=WIDTH, title="llmtutor quiz", lang="en")
