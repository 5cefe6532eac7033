"""Predict, then run: line by line, also where there are more or fewer, or where nothing could be run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from llmtutor.errors import Usage
from llmtutor.learn.typed import pair_lines
from llmtutor.model import Ending
from llmtutor.service.prediction import check_prediction
from llmtutor.workspace import Workspace

from ..conftest import BANKS, trust

PREDICT = """  - id: two-lines
    kind: predict-output
    prompt: {en: "What does it print?", zh: "它会打印什么？"}
    program: addition.two.py
    explanation: {en: "Two lines.", zh: "两行。"}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    bank = Path(shutil.copytree(BANKS / "tiny", tmp_path / "bank"))
    concept = bank / "basics" / "addition.yaml"
    concept.write_text(concept.read_text("utf-8").rstrip("\n") + "\n" + PREDICT, "utf-8")
    (bank / "basics" / "addition.two.py").write_text("print(1.50)\nprint('b')", "utf-8")
    (bank / "basics" / "addition.two.out").write_text("1.5\nb\n", "utf-8")
    return Workspace({"LLMTUTOR_HOME": str(tmp_path / "home"), "PATH": os.environ["PATH"]}, banks=(str(bank),))


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ("1.5\nb", [("1.5", "1.5", True), ("b", "b", True)]),
        ("1.5 b", [("1.5", "1.5", True), ("b", "b", True)]),
        ("2\nb", [("2", "1.5", False), ("b", "b", True)]),
        ("1.50", [("1.50", "1.5", True), (None, "b", False)]),
        ("1.5\\nb\\nc", [("1.5", "1.5", True), ("b", "b", True), ("c", None, False)]),
        ("", [(None, "1.5", False), (None, "b", False)]),
    ],
)
def test_a_prediction_and_what_came_stand_side_by_side(
    given: str, lines: list[tuple[str | None, str | None, bool]]
) -> None:
    assert pair_lines(given, "1.5\nb\n") == lines


def test_the_program_of_the_question_runs(workspace: Workspace) -> None:
    trust(workspace.data_dir.parent, workspace.roots[0])
    view = check_prediction(workspace, "addition/two-lines", "1.5\nc")
    assert view.result.ending is Ending.OK
    assert [(line.printed, line.same) for line in view.lines] == [("1.5", True), ("b", False)]


def test_a_foreign_program_is_asked_for(workspace: Workspace) -> None:
    with pytest.raises(Usage):
        check_prediction(workspace, "addition/two-lines", "1.5")
    assert check_prediction(workspace, "addition/two-lines", "1.5", lambda programs: True).lines


def test_a_question_without_a_program_has_nothing_to_run(workspace: Workspace) -> None:
    with pytest.raises(Usage) as caught:
        check_prediction(workspace, "addition/which-sum", "A")
    assert caught.value.code == "nothing-to-run"
