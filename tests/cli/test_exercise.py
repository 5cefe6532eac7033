"""practice as it is typed: exit codes, JSON, an editor at a terminal, Ctrl-C; solving one by hand under tmux."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ..conftest import BANKS, Program, Ran, clean_environ, trust
from .terminals import at_terminal

RIGHT = "def double(numbers):\n    return [n + n for n in numbers]\n"
SQUARES = "def double(numbers):\n    return [n**2 for n in numbers]\n"


@pytest.fixture
def practice(llmtutor: Program, home: Path) -> Program:
    """`llmtutor practice ...` over the bank `exercises`."""
    trust(home, BANKS / "exercises")

    def run(*words: str, env: dict[str, str] | None = None) -> Ran:
        return llmtutor("practice", *words, env={"LLMTUTOR_BANK": str(BANKS / "exercises")} | (env or {}))

    return run


def test_check_is_0_where_it_passes_and_1_where_not(practice: Program, tmp_path: Path) -> None:
    begun = practice("write-double", "--dir", str(tmp_path / "mine"), "--json")
    assert (begun.code, begun.data["created"]) == (0, True)
    file = Path(begun.data["file"])
    assert file == tmp_path / "mine" / "write-double.py"
    assert practice("write-double", "--check").code == 1
    file.write_text(SQUARES, "utf-8")
    wrong = practice("write-double", "--check", "--json")
    assert (wrong.code, wrong.data["mistake"]["name"], wrong.err) == (1, "squares", "")
    file.write_text(RIGHT, "utf-8")
    assert practice("write-double", "--check", "--dir", str(tmp_path / "mine")).code == 0
    assert file.read_text("utf-8") == RIGHT


def test_the_screen_shows_law_input_expected_actual_and_the_mistake(practice: Program, home: Path) -> None:
    practice("write-double")
    (home / "data" / "practice" / "write-double.py").write_text(SQUARES, "utf-8")
    shown = practice("write-double", "--check", "--lang", "en").out
    for wanted in ("Negated numbers give negated results.", "numbers = [2]", "list · length 1", "[-4]", "[4]",
                   "You square the numbers."):  # fmt: skip
        assert wanted in shown
    assert shown.index("numbers = [2]") < shown.index("Expected") < shown.index("Yours")
    assert "可能的错误" in practice("write-double", "--check", "--lang", "zh").out


@pytest.mark.parametrize(
    ("words", "code", "slug"),
    [
        (("nothing-like-it",), 3, "unknown-exercise"),
        (("write-double", "--check"), 3, "not-begun"),
        (("--check",), 2, "exercise-expected"),
        (("write-double", "--check", "--hint"), 2, "one-at-a-time"),
        (("write-double", "--solution"), 2, "not-solved-yet"),
    ],
)
def test_what_cannot_be_done_is_one_error(practice: Program, words: tuple[str, ...], code: int, slug: str) -> None:
    ran = practice(*words, "--json")
    assert (ran.code, ran.out) == (code, "")
    assert f'"code": "{slug}"' in ran.err


def test_the_words_of_everything_else(practice: Program) -> None:
    assert "write-double" in practice().out
    assert practice("write-double", "--hint", "--json").data["number"] == 1
    assert practice("write-double", "--solution", "--yes", "--json").data["gave_up"] is True


def test_a_question_of_this_kind_says_where_it_is_written(llmtutor: Program) -> None:
    environ = {"LLMTUTOR_BANK": str(BANKS / "exercises")}
    assert "llmtutor practice write-double" in llmtutor("show", "doubling/write-double", env=environ).out
    shown = llmtutor("show", "doubling/write-double", "--answer", env=environ).out
    assert "return [2 * number for number in numbers]" in shown
    answered = llmtutor("answer", "doubling/write-double", "x", "--variant", "1", env=environ)
    assert (answered.code, "llmtutor practice write-double" in answered.err) == (2, True)


# --- at a terminal ----------------------------------------------------------------------------------------------------


def write_editor(folder: Path, *versions: str) -> str:
    """An editor of the terminal that saves one version each time that it is opened; the last one again and again."""
    program = folder / "editor.py"
    program.write_text(
        "import pathlib, sys\n"
        f"versions = {versions!r}\n"
        f"count = pathlib.Path({str(folder / 'count')!r})\n"
        "number = int(count.read_text()) if count.exists() else 0\n"
        "count.write_text(str(number + 1))\n"
        "pathlib.Path(sys.argv[-1]).write_text(versions[min(number, len(versions) - 1)])\n",
        "utf-8",
    )
    return f"{sys.executable} {program}"


def practise(environ: dict[str, str], answers: list[tuple[str, bytes]]) -> tuple[str, int]:
    """`practice write-double` at a terminal."""
    return at_terminal(["practice", "write-double", "--no-color"], environ, answers)


@pytest.fixture
def environ(home: Path) -> dict[str, str]:
    trust(home, BANKS / "exercises")
    return clean_environ(home, TERM="xterm", LLMTUTOR_BANK=str(BANKS / "exercises"))


def test_the_editor_comes_back_until_it_is_solved(environ: dict[str, str], tmp_path: Path) -> None:
    environ["EDITOR"] = write_editor(tmp_path, SQUARES, RIGHT)
    shown, code = practise(environ, [("q leaves", b"h\n"), ("q leaves", b"\n")])
    assert code == 0
    assert shown.index("You square the numbers.") < shown.index("list comprehension") < shown.index("Solved")
    assert "Graded Hard" in shown


def test_leaving_early_keeps_the_file(environ: dict[str, str], home: Path, tmp_path: Path) -> None:
    environ["EDITOR"] = write_editor(tmp_path, SQUARES)
    for leave in (b"q\n", b"\x04", b"\x03"):
        _, code = practise(environ, [("q leaves", leave)])
        assert code == 0
    assert (home / "data" / "practice" / "write-double.py").read_text("utf-8") == SQUARES


def test_ctrl_c_while_it_is_judged_leaves_nothing_behind(environ: dict[str, str], home: Path, tmp_path: Path) -> None:
    environ["TMPDIR"] = str(tmp_path)
    file = home / "data" / "practice" / "write-double.py"
    file.parent.mkdir(parents=True)
    ignoring = "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass\n"
    file.write_text(ignoring, "utf-8")
    words = [sys.executable, "-m", "llmtutor", "practice", "write-double", "--check"]
    process = subprocess.Popen(words, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_for(lambda: any(tmp_path.glob("llmtutor-*/work")))
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)
    assert process.returncode == 130
    assert not list(tmp_path.glob("llmtutor-*"))
    assert file.read_text("utf-8") == ignoring


def test_without_an_editor_the_file_is_there_all_the_same(environ: dict[str, str], home: Path) -> None:
    shown, code = practise(environ, [])
    assert code == 0
    assert "EDITOR is not set" in shown
    assert (home / "data" / "practice" / "write-double.py").exists()


def wait_for(happened: Callable[[], bool], seconds: float = 15.0) -> None:
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)


# --- under tmux, by hand ----------------------------------------------------------------------------------------------


class Tmux:
    """A terminal of 100 by 40 with a server of its own."""

    def __init__(self, environ: dict[str, str]) -> None:
        self.environ = environ

    def start(self, command: str) -> None:
        self._call("new-session", "-d", "-x", "100", "-y", "40", command)

    def type(self, *keys: str) -> None:
        self._call("send-keys", *keys)

    def screen(self) -> str:
        return self._call("capture-pane", "-p")

    def wait_for(self, words: str) -> str:
        wait_for(lambda: words in self.screen())
        return self.screen()

    def close(self) -> None:
        self._call("kill-server")

    def _call(self, *words: str) -> str:
        command = ["tmux", "-L", "llmtutor", "-f", os.devnull, *words]
        return subprocess.run(command, env=self.environ, check=False, capture_output=True, text=True).stdout


@pytest.fixture
def tmux(environ: dict[str, str], tmp_path: Path) -> Iterator[Tmux]:
    if not shutil.which("tmux"):
        pytest.skip("there is no tmux here")
    terminal = Tmux(environ | {"TERM": "screen", "TMUX_TMPDIR": str(tmp_path)})
    yield terminal
    terminal.close()


@pytest.mark.skipif(not shutil.which("vi") and not shutil.which("vim"), reason="there is no vi here")
def test_one_is_solved_by_hand_in_vi(tmux: Tmux, home: Path) -> None:
    vi = shutil.which("vim") or shutil.which("vi")
    tmux.environ["EDITOR"] = f"{vi} -u NONE -N"
    tmux.start(f"{sys.executable} -m llmtutor practice write-double --no-color")
    tmux.wait_for("NotImplementedError  # TODO")
    tmux.wait_for("# Double every number of a list.")
    tmux.type("/raise", "Enter", "cc", "    return [n**2 for n in numbers]", "Escape", ":wq", "Enter")
    shown = tmux.wait_for("Enter edits again")
    assert "You square the numbers." in shown
    assert re.search(r"numbers = \[2\]", shown)
    tmux.type("Enter")
    tmux.wait_for("n**2 for n")
    tmux.type("/return", "Enter", "cc", "    return [n + n for n in numbers]", "Escape", ":wq", "Enter")
    wait_for(lambda: "Solved" in tmux.screen() or not tmux.screen())
    assert "n + n" in (home / "data" / "practice" / "write-double.py").read_text("utf-8")
