"""Every way to break a bank is a file in `broken/`; its first line names the rule, `places.txt` the place and words.

`LLMTUTOR_RENEW=1 pytest tests/bank` writes `places.txt` anew: read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from llmtutor.bank.lint import check_bank
from llmtutor.model import Problem

BROKEN = Path(__file__).parent / "broken"
PLACES = Path(__file__).parent / "places.txt"
CASES = sorted(path.stem for path in BROKEN.glob("*.yaml"))

HEAD = """\
format: 1
bank: broken
name: {en: Broken, zh: 损坏}
languages: [en, zh]
topics: [{slug: topic, name: {en: Topic, zh: 主题}}]
"""
SOURCE = """\
format: 1
items: [{id: q01, asks: {en: "What?", zh: "什么？"}, distinct: q01}]
errata: [{id: e1, severity: minor, items: [q01], claim: {en: "No", zh: 否}, truth: {en: "Yes", zh: 是}}]
"""


def lint(folder: Path, text: bytes, name: str = "thing") -> list[Problem]:
    """The problems of a bank with this concept file, a concept `other` of level 2, and a source.yaml."""
    (folder / "topic").mkdir(parents=True)
    (folder / "bank.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "source.yaml").write_text(SOURCE, encoding="utf-8")
    valid = (BROKEN / "valid.yaml").read_text(encoding="utf-8")
    other = valid.replace("concept: thing", "concept: other").replace("?", " of the others?")
    (folder / "topic/other.yaml").write_text(other, encoding="utf-8")
    (folder / f"topic/{name}.yaml").write_bytes(text)
    return [problem for problem in check_bank(folder).problems if problem.rule != "REPEATS"]


def describe(problem: Problem) -> str:
    where = problem.where
    return f"{where.file}:{where.line}:{where.column}: {problem.severity} {problem.rule} {problem.message.en[:90]}"


@pytest.mark.parametrize("case", CASES)
def test_each_problem_is_found_at_its_place(case: str, tmp_path: Path) -> None:
    text = (BROKEN / f"{case}.yaml").read_bytes()
    expected = text.decode().splitlines()[0].partition("expect: ")[2]
    problems = lint(tmp_path / "bank", text)
    assert {problem.rule for problem in problems} == ({expected} if expected else set())
    for problem in problems:
        assert problem.message.en.strip()
        assert problem.message.zh.strip()
        assert problem.mend.en.strip()
        assert problem.mend.zh.strip()


def test_places_and_words_are_as_recorded(tmp_path: Path) -> None:
    lines = []
    for case in CASES:
        lines.append(case)
        text = (BROKEN / f"{case}.yaml").read_bytes()
        lines += [f"    {describe(problem)}" for problem in lint(tmp_path / case, text)]
    written = "\n".join(lines) + "\n"
    if os.environ.get("LLMTUTOR_RENEW"):
        PLACES.write_text(written, encoding="utf-8")
    assert PLACES.read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"\xff\xfef\x00o\x00", "ENCODING"),
        ("名: 值".encode("gb18030"), "ENCODING"),
        (b"format: 1\nname: \x00", "CONTROL"),
        (b"format: 1\nname: \x1b[31m", "CONTROL"),
        (b"", "EMPTY"),
        (b"# only a comment\n", "EMPTY"),
        (b"- a list\n", "TYPE"),
        (b"just words\n", "TYPE"),
        (b"a" * 2_000_001, "SIZE"),
        (b"{" * 100_000, "NESTING"),
        (b"- " * 50_000, "NESTING"),
        (b"? " * 50_000, "NESTING"),
        (b"a: |\n" + b" " * 100_000, "MISSING"),
        (b"[" + b"1," * 500_000 + b"]", "NESTING"),
    ],
)
def test_hostile_bytes_end_in_a_problem(raw: bytes, rule: str, tmp_path: Path) -> None:
    problems = lint(tmp_path / "bank", raw)
    assert rule in {problem.rule for problem in problems}
    assert all(problem.where.file.startswith("topic/") for problem in problems)


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    text = (BROKEN / "valid.yaml").read_text(encoding="utf-8")
    text = text.replace("level: 2\nsummary", "level: 9\nsummary").replace("id: one", "id: One").replace("[2, 3]", "[]")
    assert {problem.rule for problem in lint(tmp_path / "bank", text.encode())} == {"BOUNDS", "PATTERN", "CONTENT"}


def test_a_file_name_that_is_not_the_slug(tmp_path: Path) -> None:
    problems = lint(tmp_path / "bank", (BROKEN / "valid.yaml").read_bytes(), name="another")
    assert [problem.rule for problem in problems] == ["FILENAME"]


def test_a_folder_that_is_no_topic(tmp_path: Path) -> None:
    lint(tmp_path / "bank", (BROKEN / "valid.yaml").read_bytes())
    (tmp_path / "bank/topic").rename(tmp_path / "bank/elsewhere")
    assert {problem.rule for problem in check_bank(tmp_path / "bank").problems} >= {"TOPIC"}


def test_files_that_nothing_names(tmp_path: Path) -> None:
    lint(tmp_path / "bank", (BROKEN / "valid.yaml").read_bytes())
    (tmp_path / "bank/topic/stray.py").write_text("print(1)")
    assert [problem.rule for problem in check_bank(tmp_path / "bank").problems if problem.rule == "ORPHAN"]
