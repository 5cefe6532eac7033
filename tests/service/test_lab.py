"""Programs of a bank, run and compared: what a learner and a teacher are told."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from llmtutor.errors import LlmtutorError, NotFound
from llmtutor.model import Ending, Snippet
from llmtutor.service.lab import check_programs, copy_snippet, read_snippet, run_copy, run_snippet
from llmtutor.workspace import Workspace

from ..conftest import BANKS, trust


def open_bank(folder: Path, program: str | None = None) -> Workspace:
    """The tiny bank with another program for addition; what it should print stays `5`."""
    bank = folder / "bank"
    shutil.copytree(BANKS / "tiny", bank)
    if program is not None:
        (bank / "basics" / "addition.py").write_text(program, "utf-8")
    trust(folder / "home", bank)
    environ = {"LLMTUTOR_HOME": str(folder / "home"), "PATH": os.environ["PATH"]}
    return Workspace(environ, banks=(str(bank),))


def test_the_same_as_recorded(tmp_path: Path) -> None:
    view = run_snippet(open_bank(tmp_path), "addition")
    assert (view.same, view.difference, view.advice) == (True, (), None)
    assert view.result.stdout == view.snippet.output == "5\n"


def test_a_difference_is_shown(tmp_path: Path) -> None:
    view = run_snippet(open_bank(tmp_path, "print(6)"), "addition")
    assert view.same is False
    assert view.difference == ("@@ -1 +1 @@", "-5", "+6")


def test_output_is_told_while_it_comes(tmp_path: Path) -> None:
    parts: list[str] = []
    run_snippet(open_bank(tmp_path), "addition", on_output=parts.append)
    assert "".join(parts) == "5\n"


def test_a_program_that_fails_is_compared_with_nothing(tmp_path: Path) -> None:
    view = run_snippet(open_bank(tmp_path, "print(5)\n1 / 0"), "addition")
    assert (view.same, view.difference) == (None, ())
    assert view.result.ending is Ending.FAILED


@pytest.mark.parametrize(
    ("package", "command"),
    [("torch", "pip install 'torch'"), ("tensorflow", "pip install 'llmtutor[tensorflow]'")],
)
def test_a_missing_package_comes_with_the_command_that_installs_it(tmp_path: Path, package: str, command: str) -> None:
    view = run_snippet(open_bank(tmp_path, f'raise ModuleNotFoundError("No module named {package!r}")'), "addition")
    assert view.result.ending is Ending.MISSING
    assert view.advice
    assert command in view.advice.en
    assert command in view.advice.zh


def test_a_program_gets_the_time_that_was_asked_for(tmp_path: Path) -> None:
    view = run_snippet(open_bank(tmp_path, "while True: pass"), "addition", seconds=0.3)
    assert view.result.ending is Ending.TIMEOUT
    assert view.advice
    assert "0.3 s" in view.advice.en


@pytest.mark.parametrize("name", ["addition", "addition.py", " addition ", "加法", "Addition"])
def test_a_program_is_found_by_its_name_and_by_its_concept(tmp_path: Path, name: str) -> None:
    assert read_snippet(open_bank(tmp_path), name).snippet.name == "addition"


@pytest.mark.parametrize(("name", "code"), [("additoin", "unknown-snippet"), ("multiplication", "no-snippet")])
def test_what_is_not_there_is_said_with_a_way_on(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(NotFound) as caught:
        read_snippet(open_bank(tmp_path), name)
    assert caught.value.code == code
    assert "addition" in caught.value.hint.en or "llmtutor list snippets" in caught.value.hint.en


def test_what_keeps_a_program_from_starting_is_no_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = open_bank(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(LlmtutorError) as caught:
        run_snippet(workspace, "addition")
    assert caught.value.code == "cannot-run"


def test_many_programs_are_checked_and_each_is_told_apart(tmp_path: Path) -> None:
    codes = {
        "same": "print(5)",
        "differs": "print(6)",
        "fails": "raise ValueError('no')",
        "misses": "raise ModuleNotFoundError(\"No module named 'jax'\")",
    }
    programs = {key: Snippet(key, "addition", "", code, "5\n") for key, code in codes.items()}
    outcomes = dict(check_programs(open_bank(tmp_path), programs))
    problems = {key: outcome.problem.en if outcome.problem else None for key, outcome in outcomes.items()}
    assert problems == {
        "same": None,
        "differs": "the output differs from what was recorded",
        "fails": "the program failed: ValueError: no",
        "misses": None,
    }
    assert outcomes["misses"].missing == "jax"
    assert outcomes["differs"].difference == ("@@ -1 +1 @@", "-5", "+6")


def test_the_users_copy_is_made_once_and_never_overwritten(tmp_path: Path) -> None:
    workspace = open_bank(tmp_path)
    snippet, path, new = copy_snippet(workspace, "addition")
    assert new
    assert path.read_text("utf-8") == snippet.code
    path.write_text("print(2 + 2)", "utf-8")
    _, again, new = copy_snippet(workspace, "addition")
    assert (again, new) == (path, False)
    view = run_copy(workspace, snippet, path)
    assert view.difference == ("@@ -1 +1 @@", "-5", "+4")
    path.unlink()
    with pytest.raises(NotFound):
        run_copy(workspace, snippet, path)
