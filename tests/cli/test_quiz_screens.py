"""A whole quiz as a person sees it: the real program on a pseudo-terminal, every screen kept as text.

`LLMTUTOR_RENEW=1 python -m pytest tests/cli/test_quiz_screens.py` writes the screens anew: look at the difference.
"""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ..conftest import BANKS, clean_environ

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
pyte = pytest.importorskip("pyte")

SCREENS = Path(__file__).parent / "screens"
RENEW = bool(os.environ.get("LLMTUTOR_RENEW"))
ROWS = 44

# What is typed, screen after screen. The seed makes the questions come in the same order every time.
KEYS = ["1", "\r", "\r", "h", "1", "?", "\r", "\r", "\r", "12\r", "3", "\r", "u", "12\r", "\r", "x\r", "\r", "\x03"]


class Terminal:
    """The program under a terminal of `columns`, seen through an emulator."""

    def __init__(self, words: list[str], home: Path, columns: int, **environ: str) -> None:
        self.screen = pyte.Screen(columns, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._end, theirs = pty.openpty()
        settings = clean_environ(home, LLMTUTOR_BANK=str(BANKS / "tiny"), **environ)
        _resize(theirs, columns)
        self.program = subprocess.Popen(
            [sys.executable, "-m", "llmtutor", *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=settings,
            start_new_session=True,
            preexec_fn=lambda: _own_terminal(theirs),
        )
        os.close(theirs)

    def settle(self, quiet: float = 0.5, limit: float = 20.0) -> str:
        """The text on the screen once nothing has come for a while."""
        give_up = time.monotonic() + limit
        seen = False
        while time.monotonic() < give_up:
            ready, _, _ = select.select([self._end], [], [], quiet if seen else 1.0)
            if not ready:
                if seen or self.program.poll() is not None:
                    break
                continue
            try:
                chunk = os.read(self._end, 65536)
            except OSError:
                break
            if not chunk:
                break
            seen = True
            self._stream.feed(chunk)
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def press(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def close(self) -> int:
        try:
            return self.program.wait(timeout=20)
        finally:
            if self.program.poll() is None:
                os.killpg(self.program.pid, signal.SIGKILL)
                self.program.wait()
            os.close(self._end)


def _resize(terminal: int, columns: int) -> None:
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))


def _own_terminal(terminal: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)


def play(home: Path, columns: int, lang: str, **environ: str) -> tuple[list[tuple[str, str]], int]:
    words = ["quiz", "--topic", "basics", "--count", "4", "--seed", "11", "--lang", lang]
    terminal = Terminal(words, home, columns, **environ)
    shown = [("start", terminal.settle())]
    for key in KEYS:
        terminal.press(key)
        shown.append((repr(key), terminal.settle()))
    return shown, terminal.close()


def steady(text: str) -> str:
    """Without what differs from run to run: how long it took."""
    return re.sub(r"\d+(\.\d+)? (s|秒)\b", "N s", text)


CASES = [
    ("en", 80, {"TERM": "xterm-256color"}),
    ("zh", 80, {"TERM": "xterm-256color"}),
    ("en", 40, {"TERM": "xterm-256color"}),
    ("zh", 40, {"TERM": "xterm-256color", "NO_COLOR": "1"}),
    ("en", 100, {"TERM": "xterm-256color", "NO_COLOR": "1"}),
    ("zh", 100, {"TERM": "xterm-256color"}),
    ("en", 80, {"TERM": "dumb"}),
    ("zh", 80, {"TERM": "xterm-256color", "ACCESSIBLE": "1"}),
]


def name_of(lang: str, columns: int, environ: dict[str, str]) -> str:
    extras = [key.lower().replace("_", "-") for key in environ if key != "TERM"] + ["dumb"] * (
        environ["TERM"] == "dumb"
    )
    return "-".join([lang, str(columns), *extras])


@pytest.mark.parametrize(("lang", "columns", "environ"), CASES, ids=[name_of(*case) for case in CASES])
def test_a_whole_quiz(lang: str, columns: int, environ: dict[str, str], home: Path) -> None:
    shown, code = play(home, columns, lang, **environ)
    assert code == 0
    text = "".join(f"===== {key}\n{steady(screen)}\n" for key, screen in shown)
    file = SCREENS / f"quiz-{name_of(lang, columns, environ)}.txt"
    if RENEW:
        SCREENS.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("file", sorted(SCREENS.glob("quiz-zh-*.txt")), ids=lambda path: path.stem)
def test_a_chinese_screen_holds_no_english_sentence(file: Path) -> None:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("=====") and "llmtutor " not in line and '"""' not in line:  # commands and code stay
            assert not re.search(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", line), line
