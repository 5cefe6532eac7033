"""The real program in a real terminal: keys, lines, signals, and the terminal as it was found afterwards."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from llmtutor.cli.terminal_keys import meant
from llmtutor.model import Answered, Event
from llmtutor.store.journal import Journal

from ..conftest import BANKS, clean_environ

if sys.platform == "win32":
    pytest.skip("POSIX terminals", allow_module_level=True)

import fcntl
import pty
import struct
import termios

PATIENCE = 30.0
_SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]")
QUIZ = (sys.executable, "-m", "llmtutor", "quiz")


class Window:
    """A terminal of 80 by 30 with a program in it; what the program writes is kept as text without sequences."""

    def __init__(self, command: tuple[str, ...], environ: dict[str, str]) -> None:
        self.master, self.slave = pty.openpty()
        self.resize(80, 30)
        self.found = termios.tcgetattr(self.slave)
        self.raw = ""
        self.process = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=environ,
            start_new_session=True,
            preexec_fn=self._own_terminal,
        )

    def _own_terminal(self) -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    @property
    def text(self) -> str:
        return _SEQUENCE.sub("", self.raw)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def wait(self, *words: str) -> str:
        """Until all of `words` were written since the last wait; what was written since then."""
        seen, deadline = "", time.monotonic() + PATIENCE
        while not all(word in _SEQUENCE.sub("", seen) for word in words):
            ready, _, _ = select.select([self.master], [], [], max(0, deadline - time.monotonic()))
            assert ready, f"{words} did not come: {self.text}"
            seen += os.read(self.master, 65536).decode("utf-8", "replace")
        self.raw += seen
        return _SEQUENCE.sub("", seen)

    def reads_keys(self) -> bool:
        return not termios.tcgetattr(self.slave)[3] & termios.ICANON

    def end(self) -> int:
        """The exit code, once the program has ended; by signal a negative number."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, self.text
            if select.select([self.master], [], [], 0.05)[0]:
                self.raw += os.read(self.master, 65536).decode("utf-8", "replace")
        while select.select([self.master], [], [], 0)[0]:
            self.raw += os.read(self.master, 65536).decode("utf-8", "replace")
        return self.process.returncode

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)


Opener = Callable[..., Window]


@pytest.fixture
def window(home: Path) -> Iterator[Opener]:
    opened: list[Window] = []

    def open_window(*words: str, command: tuple[str, ...] = QUIZ, **extra: str) -> Window:
        environ = clean_environ(home, LLMTUTOR_BANK=str(BANKS / "tiny"), TERM="xterm-256color", **extra)
        opened.append(Window((*command, *words), environ))
        return opened[-1]

    yield open_window
    for each in opened:
        each.close()


def answers(home: Path) -> list[Answered]:
    journal = Journal.open(home / "data" / "journal.db", create=False)
    assert journal is not None
    with journal:
        events: list[Event] = [event for _, event in journal.events()]
    return [event for event in events if isinstance(event, Answered)]


def test_a_choice_by_keys_from_question_to_summary(window: Opener, home: Path) -> None:
    screen = window("--kind", "true-false")
    screen.wait("commutes", "1/1")
    assert screen.reads_keys()
    screen.type("1")
    screen.wait("› 1")
    screen.type("\r")
    screen.wait("Right", "Comes again", "change the grade")
    screen.type("4")
    screen.wait("Graded Easy")
    screen.type("\n")
    assert screen.end() == 0
    assert "1 right at the first try" in screen.text
    assert termios.tcgetattr(screen.slave) == screen.found
    assert [answer.response for answer in answers(home)] == [True]


def test_a_line_is_edited_with_wide_characters(window: Opener, home: Path) -> None:
    """Left over two Han characters, one deleted, one put in: the line is what the learner sees."""
    screen = window("--kind", "cloze", "--lang", "zh")
    screen.wait("> ")
    screen.type("乘加法x\x7f")
    screen.type("\x1b[D\x1b[D\x7f")
    screen.type("\r")
    screen.wait("正确")
    screen.type("q")
    assert screen.end() == 0
    assert [answer.response for answer in answers(home)] == [["加法"]]


def test_what_was_typed_before_comes_back_by_the_arrow(window: Opener, home: Path) -> None:
    screen = window("--kind", "numeric", "--seed", "1")
    screen.wait(">")
    screen.type("what\r")
    screen.wait(">")
    screen.type("\x1b[A")
    screen.type("\x7f\x7f\x7f\x7f1000\r")
    screen.wait("Not quite")
    screen.type("\x04")
    assert screen.end() == 0
    assert [answer.response for answer in answers(home)] == ["1000"]


@pytest.mark.parametrize(
    ("kind", "key"), [("true-false", "\x03"), ("true-false", "\x04"), ("cloze", "\x03"), ("cloze", "\x04")]
)
def test_ctrl_c_and_ctrl_d_sum_up_and_leave_the_terminal_as_it_was(window: Opener, kind: str, key: str) -> None:
    screen = window("--kind", kind)
    screen.wait("leave", *(["> "] if kind == "cloze" else []))
    screen.type(key)
    assert screen.end() == 0
    assert "Stopped here" in screen.text
    assert termios.tcgetattr(screen.slave) == screen.found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("kind", ["true-false", "cloze"])
def test_a_signal_ends_it_with_the_terminal_as_it_was(window: Opener, kind: str, number: int, home: Path) -> None:
    screen = window("--kind", kind)
    screen.wait("leave", *(["> "] if kind == "cloze" else []))
    if kind == "cloze":
        screen.type("half a wo")
        screen.wait("half a wo")
    screen.process.send_signal(number)
    assert screen.end() == -number
    assert termios.tcgetattr(screen.slave) == screen.found
    assert screen.raw.count("\x1b[?2004h") == screen.raw.count("\x1b[?2004l")
    again = window()
    again.wait("Going on with the quiz", "leave")
    again.type("\x03")
    assert again.end() == 0


def test_a_bug_leaves_the_terminal_as_it_was(window: Opener) -> None:
    """A failure in the middle of everything: its traceback is readable, on a terminal that works."""
    program = (
        "import llmtutor.cli.terminal as t; t.Sitting._mark = None\n"
        "from llmtutor.cli.main import main; main(['quiz', '--kind', 'true-false'])"
    )
    screen = window(command=(sys.executable, "-c", program))
    screen.wait("leave")
    screen.type("1")
    assert screen.end() == 70
    assert "TypeError" in screen.text
    assert termios.tcgetattr(screen.slave) == screen.found


def test_a_resized_window_is_drawn_again(window: Opener) -> None:
    screen = window("--kind", "open")
    screen.wait("leave", ">")
    screen.type("\r")
    screen.wait("tick a point")
    screen.resize(40, 30)
    narrow = screen.wait("tick a point", "leave")
    assert max(len(line) for line in narrow.splitlines()) <= 40
    screen.type("3")
    assert screen.end() == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell with jobs")
@pytest.mark.parametrize("kind", ["true-false", "cloze"])
def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_goes_on(window: Opener, kind: str, home: Path) -> None:
    shell = window(command=("bash", "--norc", "--noprofile", "-i"), PS1="shell% ", BASH_SILENCE_DEPRECATION_WARNING="1")
    shell.wait("shell% ")
    shell.type(f"{sys.executable} -m llmtutor quiz --kind {kind}\r")
    shell.wait("leave", *(["> "] if kind == "cloze" else []))
    if kind == "cloze":
        shell.type("addit")
        shell.wait("addit")
    shell.type("\x1a")
    shell.wait("Stopped", "shell% ")
    shell.type("stty -a | tr ' ;' '\\n\\n' | grep -x -e icanon -e echo\r")
    assert "icanon" in shell.wait("icanon", "echo\r\n", "shell% ")
    shell.type("fg\r")
    if kind == "cloze":
        shell.wait("> addit")
        shell.type("ion\r")
    else:
        shell.wait("commutes", "leave")
        shell.type("1\r")
    shell.wait("Right", "go on")
    shell.type("q")
    shell.wait("Done", "shell% ")
    assert len(answers(home)) == 1
    shell.type("exit\r")
    assert shell.end() == 0


@pytest.mark.parametrize("extra", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}])
def test_without_single_keys_every_answer_is_a_line(window: Opener, home: Path, extra: dict[str, str]) -> None:
    environ: dict[str, Any] = {"TERM": "xterm-256color"} | extra
    term = environ.pop("TERM")
    screen = window("--kind", "true-false", command=("env", f"TERM={term}", *QUIZ), **environ)
    screen.wait("> ")
    screen.type("1\r")
    screen.wait("Right", "> ")
    screen.type("\r")
    assert screen.end() == 0
    assert "\x1b[H" not in screen.raw
    assert len(answers(home)) == 1


def test_a_quiz_into_a_pipe_still_asks(window: Opener, home: Path) -> None:
    program = f"{sys.executable} -m llmtutor quiz --kind true-false | cat"
    screen = window(command=("sh", "-c", program))
    screen.wait("> ")
    screen.type("1\r")
    screen.wait("Right")
    screen.type("q\r")
    assert screen.end() == 0
    assert len(answers(home)) == 1


def test_bare_llmtutor_goes_on_with_what_was_cut_off(window: Opener) -> None:
    screen = window("--kind", "true-false")
    screen.wait("leave")
    screen.process.kill()
    screen.end()
    bare = window(command=(sys.executable, "-m", "llmtutor"))
    bare.wait("Going on", "commutes", "leave")
    bare.type("q")
    assert bare.end() == 0


@pytest.mark.parametrize(("typed", "key"), [("１", "1"), ("：", ":"), ("？", "?"), ("Q", "q"), ("1", "1")])
def test_keys_are_taken_as_they_are_meant(typed: str, key: str) -> None:
    assert meant(typed) == key
