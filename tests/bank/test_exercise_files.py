"""The programs of exercises, looked at without running any."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from llmtutor.bank.exercise_files import is_exercise_file
from llmtutor.bank.lint import check_bank
from llmtutor.bank.parse import parse_concept

from ..conftest import BANKS

STEM = "doubling.write-double"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BANKS / "exercises", tmp_path / "bank"))


def rules(bank: Path) -> dict[str, str]:
    return {problem.rule: problem.message.en for problem in check_bank(bank).problems if problem.severity == "error"}


def test_the_bank_of_these_tests_is_sound(bank: Path) -> None:
    assert rules(bank) == {}


@pytest.mark.parametrize(
    ("file", "text", "rule", "said"),
    [
        ("stub", None, "PROGRAM", "does not exist"),
        ("judge", None, "PROGRAM", "does not exist"),
        ("wrong-squares", None, "PROGRAM", "does not exist"),
        ("solution", "def double(", "SYNTAX", "not Python"),
        ("solution", "def dubble(numbers): ...", "EXERCISE", "defines no double"),
        ("stub", "def double(numbers): ...", "EXERCISE", "does not say what to write"),
        ("wrong-squares", "def double(numbers):\n    return numbers * 2\n", "EXERCISE", "is the same as"),
        ("judge", "from llmtutor.lab.judge import law\n@law('a', '一')\ndef a(f): ...", "EXERCISE", "has no input"),
        ("judge", "from llmtutor.lab.judge import cases\n@cases\ndef a(): ...", "EXERCISE", "has no property"),
        ("wrong-forgotten", "def double(numbers): ...", "ORPHAN", "no concept names this file"),
    ],
)
def test_each_problem_is_found(bank: Path, file: str, text: str | None, rule: str, said: str) -> None:
    path = bank / "basics" / f"{STEM}.{file}.py"
    if text is None:
        path.unlink()
    else:
        path.write_text(text, "utf-8")
    assert said in rules(bank).get(rule, "")


def test_one_wrong_solution_is_not_enough(bank: Path) -> None:
    concept = bank / "basics" / "doubling.yaml"
    text = concept.read_text("utf-8")
    cut = text.index("      - name: repeats")
    concept.write_text(text[:cut] + text[text.index("    hints:") :], "utf-8")
    assert rules(bank)


@pytest.mark.parametrize("part", ["stub", "solution", "judge", "wrong-squares"])
def test_the_digest_changes_with_every_program(bank: Path, part: str) -> None:
    def digest() -> str:
        parsed = parse_concept(bank, "basics/doubling.yaml", "exercises").part
        assert parsed is not None
        return parsed.questions[1].digest

    before = digest()
    path = bank / "basics" / f"{STEM}.{part}.py"
    path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
    assert digest() != before


def test_programs_of_exercises_are_told_from_others() -> None:
    assert is_exercise_file(f"basics/{STEM}.stub.py")
    assert is_exercise_file(f"{STEM}.wrong-no-scale.py")
    assert not is_exercise_file("basics/doubling.py")
    assert not is_exercise_file("basics/doubling.stub.out")
