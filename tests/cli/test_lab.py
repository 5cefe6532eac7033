"""run and snippet, as they are typed: exit codes, a pipe, a terminal, an editor."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from llmtutor.cli.editing import edit_and_run, find_editor
from llmtutor.errors import Usage
from llmtutor.model import Text

from ..conftest import BANKS, Program, clean_environ, trust
from .terminals import at_terminal


@pytest.fixture
def bank(tmp_path: Path, home: Path) -> Path:
    bank = Path(shutil.copytree(BANKS / "tiny", tmp_path / "bank"))
    trust(home, bank)
    return bank


def shown_at(words: list[str], environ: dict[str, str], typed: bytes = b"") -> str:
    """What stood on a terminal, where `typed` was the answer to whatever was asked."""
    return at_terminal(words, environ, [("", typed)] if typed else ())[0]


def replace_program(bank: Path, code: str) -> None:
    """Another program, to which the user has agreed."""
    (bank / "basics" / "addition.py").write_text(code, "utf-8")
    trust(bank.parent / "home", bank)


def test_the_same_output_is_exit_0_as_json(tiny: Program) -> None:
    ran = tiny("run", "addition", "--json")
    assert (ran.code, ran.data["same"], ran.data["result"]["ending"]) == (0, True, "ok")


@pytest.mark.parametrize("code", ["print(6)", "1 / 0", "raise ModuleNotFoundError(\"No module named 'torch'\")"])
def test_whatever_is_not_the_same_is_exit_1(llmtutor: Program, bank: Path, code: str) -> None:
    replace_program(bank, code)
    assert llmtutor("run", "addition", "--bank", str(bank)).code == 1


def test_an_unknown_program_is_exit_3(tiny: Program) -> None:
    assert tiny("run", "nothing-of-the-kind").code == 3


def test_a_snippet_in_a_pipe_is_the_bare_program(tiny: Program) -> None:
    source = (BANKS / "tiny" / "basics" / "addition.py").read_text("utf-8")
    assert tiny("snippet", "addition").out == source


def test_editing_needs_a_terminal(tiny: Program) -> None:
    assert tiny("run", "addition", "--edit").code == 2
    assert tiny("run", "addition", "--edit", "--json").code == 2


# --- somebody else's bank ---------------------------------------------------------------------------------------------


def test_a_foreign_program_runs_only_after_it_was_agreed_to(llmtutor: Program) -> None:
    environ = {"LLMTUTOR_BANK": str(BANKS / "tiny")}
    for words in (["run", "addition"], ["run", "addition", "--json"], ["bank", "test"], ["run", "addition", "--edit"]):
        refused = llmtutor(*words, env=environ)
        assert (refused.code, refused.out) == (2, ""), words
    assert "bank trust" in llmtutor("run", "addition", env=environ).err
    assert llmtutor("bank", "trust", str(BANKS / "tiny")).code == 0
    assert llmtutor("run", "addition", env=environ).code == 0
    assert llmtutor("bank", "test", env=environ).code == 0


def test_a_bank_that_is_named_to_be_tested_is_tested(llmtutor: Program) -> None:
    assert llmtutor("bank", "test", str(BANKS / "tiny")).code == 0


def test_at_a_terminal_the_program_is_shown_and_asked_for_once(home: Path) -> None:
    environ = clean_environ(home, TERM="xterm", LLMTUTOR_BANK=str(BANKS / "tiny"))
    no = shown_at(["run", "addition", "--no-color"], environ, b"n\n")
    assert "print(2 + 3)" in no
    assert "addition was not run" in no
    assert "Same output" not in no
    yes = shown_at(["run", "addition", "--no-color"], environ, b"y\n")
    assert "[y/N]" in yes
    assert "Same output" in yes
    again = shown_at(["run", "addition", "--no-color"], environ)
    assert "[y/N]" not in again
    assert "Same output" in again


def test_with_no_input_nobody_is_asked(home: Path) -> None:
    environ = clean_environ(home, TERM="xterm", LLMTUTOR_BANK=str(BANKS / "tiny"))
    assert "bank trust" in shown_at(["run", "addition", "--no-input"], environ, b"y\n")


# --- at a terminal ----------------------------------------------------------------------------------------------------


def test_output_is_shown_once_and_what_would_drive_the_terminal_is_spelled_out(home: Path, bank: Path) -> None:
    replace_program(bank, "print('one\\x1b[2J')\nprint('two', end='')")
    environ = clean_environ(home, TERM="xterm", LLMTUTOR_BANK=str(bank))
    shown = shown_at(["run", "addition", "--no-color"], environ)
    assert shown.count("one\\x1b[2J") == 2  # as it came, and in the difference
    assert "two\r\n\r\n" in shown


def test_a_program_that_is_silent_gives_a_sign_of_life(home: Path, bank: Path) -> None:
    replace_program(bank, "import time\ntime.sleep(1.2)\nprint(5)")
    environ = clean_environ(home, TERM="xterm", LLMTUTOR_BANK=str(bank))
    shown = shown_at(["run", "addition", "--lang", "zh"], environ)
    assert "运行中" in shown
    assert "运行中" not in shown.rpartition("\x1b[K")[2]


def test_a_copy_is_edited_run_and_kept(home: Path, bank: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text("import pathlib, sys\npathlib.Path(sys.argv[1]).write_text('print(40 + 2)')", "utf-8")
    environ = clean_environ(home, TERM="xterm", LLMTUTOR_BANK=str(bank), EDITOR=f"{sys.executable} {editor}")
    shown = shown_at(["run", "addition", "--edit", "--no-color"], environ, b"q\n")
    assert "+42" in shown
    assert (home / "data" / "programs" / "addition.py").read_text("utf-8") == "print(40 + 2)"


# --- the loop ---------------------------------------------------------------------------------------------------------


def loop(path: Path, editor: list[str], answers: list[str]) -> list[str]:
    runs: list[str] = []

    def ask(text: Text) -> str:
        if not answers:
            raise EOFError
        return answers.pop(0)

    edit_and_run(path, editor, run=lambda: runs.append(path.read_text("utf-8")), tell=lambda text: None, ask=ask)
    return runs


@pytest.mark.parametrize(("answers", "times"), [(["q"], 1), (["", "q"], 2), (["", " Q "], 2), (["", ""], 3)])
def test_every_leave_of_the_editor_runs_the_program(tmp_path: Path, answers: list[str], times: int) -> None:
    path = tmp_path / "program.py"
    path.write_text("", "utf-8")
    add = "import sys; file = open(sys.argv[1], 'a'); file.write('x'); file.close()"
    assert loop(path, [sys.executable, "-c", add], answers) == ["x", "xx", "xxx"][:times]


def test_every_save_in_a_window_runs_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "program.py"
    path.write_text("0", "utf-8")
    saves = iter(["1", "1", None, "2"])
    editor = tmp_path / "code"
    editor.write_text("#!/bin/sh\n", "utf-8")
    editor.chmod(0o755)

    def look() -> bool:
        if (content := next(saves, "over")) == "over":
            return True
        path.unlink() if content is None else path.write_text(content, "utf-8")
        return False

    monkeypatch.setattr("llmtutor.cli.editing._line_waits", look)
    assert loop(path, [str(editor)], []) == ["1", "2"]


@pytest.mark.parametrize("environ", [{}, {"EDITOR": ""}, {"VISUAL": "  "}])
def test_without_an_editor_the_hint_says_how_to_name_one(environ: dict[str, str]) -> None:
    with pytest.raises(Usage) as caught:
        find_editor(environ)
    assert "EDITOR=nano" in caught.value.hint.en


def test_an_editor_that_does_not_start_is_named(tmp_path: Path) -> None:
    with pytest.raises(Usage) as caught:
        loop(tmp_path / "x.py", ["no-such-editor-anywhere"], [])
    assert "no-such-editor-anywhere" in caught.value.message.en


def test_visual_comes_first_and_may_have_options() -> None:
    assert find_editor({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
