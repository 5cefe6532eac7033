"""Whose programs may run, who is asked, and what is remembered."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from llmtutor.errors import Declined, Exit, LlmtutorError, Usage
from llmtutor.service.trust import require_trust, trust_bank
from llmtutor.workspace import Workspace, find_builtin

from ..conftest import BANKS

PROGRAM = {"mine": "print(1)"}


def workspace_of(folder: Path, bank: Path = BANKS / "tiny") -> Workspace:
    return Workspace({"LLMTUTOR_HOME": str(folder)}, banks=(str(bank),))


def refuse(programs: Mapping[str, str]) -> bool:
    raise AssertionError("nobody should be asked")


def test_the_bank_that_came_along_is_trusted(tmp_path: Path) -> None:
    require_trust(workspace_of(tmp_path, find_builtin()), PROGRAM, refuse)
    assert not list(tmp_path.iterdir())


def test_its_programs_are_trusted_in_company_too(tmp_path: Path) -> None:
    own = Workspace({"LLMTUTOR_HOME": str(tmp_path)}, banks=("builtin", str(BANKS / "tiny")))
    code = (find_builtin() / "foundations" / "softmax.py").read_text("utf-8")
    require_trust(own, {"softmax": code}, refuse)
    with pytest.raises(Usage):
        require_trust(own, {"softmax": code + "\n"})


def test_where_nobody_can_be_asked_it_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(Usage) as caught:
        require_trust(workspace_of(tmp_path), PROGRAM)
    assert caught.value.code == "not-trusted"
    assert "llmtutor bank trust" in caught.value.hint.en


def test_a_yes_is_remembered_for_this_very_text(tmp_path: Path) -> None:
    asked: list[Mapping[str, str]] = []

    def agree(programs: Mapping[str, str]) -> bool:
        asked.append(dict(programs))
        return True

    require_trust(workspace_of(tmp_path), PROGRAM, agree)
    require_trust(workspace_of(tmp_path), {"another name": "print(1)"}, refuse)
    require_trust(workspace_of(tmp_path), {"mine": "print(1) "}, agree)
    assert asked == [PROGRAM, {"mine": "print(1) "}]


def test_a_no_runs_nothing_and_is_asked_again(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(Declined) as caught:
            require_trust(workspace_of(tmp_path), PROGRAM, lambda programs: False)
    assert caught.value.exit is Exit.FINDINGS
    assert not (tmp_path / "data").exists()


def test_a_whole_bank_is_trusted_as_it_is_now(tmp_path: Path) -> None:
    bank = Path(shutil.copytree(BANKS / "tiny", tmp_path / "bank"))
    own = workspace_of(tmp_path, bank)
    view = trust_bank(own, str(bank))
    assert (view.programs, view.trusted) == (len(view.trusted), tuple(view.trusted))
    assert "basics/addition" in view.trusted
    assert trust_bank(own, str(bank)).trusted == ()
    program = bank / "basics" / "addition.py"
    require_trust(own, {"addition": program.read_text("utf-8")}, refuse)
    program.write_text("print(5)", "utf-8")
    with pytest.raises(Usage):
        require_trust(own, {"addition": program.read_text("utf-8")})


def test_what_was_cut_short_or_is_no_text_loses_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "data" / "trusted-programs.txt"
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe rubbish\nabc")
    require_trust(workspace_of(tmp_path), PROGRAM, lambda programs: True)
    require_trust(workspace_of(tmp_path), PROGRAM, refuse)


def test_what_cannot_be_remembered_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", "utf-8")
    with pytest.raises(LlmtutorError) as caught:
        require_trust(workspace_of(tmp_path), PROGRAM, lambda programs: True)
    assert caught.value.code == "cannot-write"
